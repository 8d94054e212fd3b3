/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** The database against the pure model, on random graphs; the seed says which one fails. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class RandomGraphTest {
    private static final int GRAPHS = 8;
    private static final List<String> KINDS = List.of(Handle.CUSTOMER_NUMBER, Handle.EMAIL, "telegram");

    /** An order that names two handles, at a minute of its own. */
    private record Order(int minute, Handle one, Handle other) {
        void place(Linking linking) {
            linking.order(Atoms.START.plusSeconds(60L * minute), both());
        }

        Handle[] both() {
            return one.equals(other) || one.contradicts(other) ? new Handle[] {one} : new Handle[] {one, other};
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theDatabaseAgreesWithTheModelInAnyOrder(long seed) {
        for (int run = 0; run < GRAPHS; run++) {
            var random = new Random(seed * 1_000 + run);
            var linking = new Linking();
            var orders = orders(random, linking);
            var model = new Atoms();
            orders.forEach(order -> model.seen(order.minute(), Evidence.ORDER, order.both()));

            List<Order> shuffled = new ArrayList<>(orders);
            shuffled.addAll(orders.subList(0, random.nextInt(orders.size())));
            Collections.shuffle(shuffled, random);
            shuffled.forEach(order -> order.place(linking));

            assertEquals(
                    model.people(model.resolve(), 1), Linking.people(handles(orders)), "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8})
    void unlinkingRestoresExactlyWhatWasBefore(long seed) {
        for (int run = 0; run < GRAPHS; run++) {
            var random = new Random(seed * 1_000 + run);
            var linking = new Linking();
            var orders = orders(random, linking);
            orders.forEach(order -> order.place(linking));
            var handles = handles(orders);
            var stranger = linking.handle("telegram", "new");
            linking.order(stranger);
            handles.add(stranger);
            var before = owners(handles);

            var link = Linking.linked(Linking.owner(handles.getFirst()), stranger, random.nextBoolean());
            assertEquals(Linking.owner(handles.getFirst()), Linking.owner(stranger));
            linking.order(stranger);
            Linking.revoke(link).then().statusCode(200);

            assertEquals(before, owners(handles), "seed " + seed + " run " + run);
        }
    }

    private static List<Object> owners(List<Handle> handles) {
        return handles.stream().<Object>map(Linking::owner).toList();
    }

    private static List<Handle> handles(List<Order> orders) {
        Set<Handle> handles = new LinkedHashSet<>();
        orders.forEach(order -> handles.addAll(List.of(order.both())));
        return new ArrayList<>(handles);
    }

    private static List<Order> orders(Random random, Linking linking) {
        List<Order> orders = new ArrayList<>();
        Set<Integer> minutes = new HashSet<>();
        for (int i = 0; i < 3 + random.nextInt(6); i++) {
            int minute = random.nextInt(10_000);
            if (minutes.add(minute)) {
                orders.add(new Order(minute, handle(random, linking), handle(random, linking)));
            }
        }
        return orders;
    }

    private static Handle handle(Random random, Linking linking) {
        return linking.handle(KINDS.get(random.nextInt(KINDS.size())), "h" + random.nextInt(3));
    }
}
