/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** What holds for any graph; each seed makes hundreds of random ones, and says which one fails. */
class ClusterPropertyTest {
    private static final int GRAPHS = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyOrderAndRepetitionGivesTheSamePeople(long seed) {
        for (int run = 0; run < GRAPHS; run++) {
            var random = new Random(seed * 1_000 + run);
            var events = events(random, 2 + random.nextInt(25));
            var once = people(events);

            List<Consumer<Atoms>> again = new ArrayList<>(events);
            again.addAll(events.subList(0, random.nextInt(events.size())));
            Collections.shuffle(again, random);

            assertEquals(once, people(again), "seed " + seed + " run " + run);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7, 8, 9, 10})
    void unlinkingRestoresExactlyWhatWasBefore(long seed) {
        for (int run = 0; run < GRAPHS; run++) {
            var random = new Random(seed * 1_000 + run);
            var events = events(random, 1 + random.nextInt(25));
            var atoms = new Atoms();
            events.forEach(event -> event.accept(atoms));
            var one = handle(random);
            var other = new Handle("telegram", "new");
            atoms.seen(0, Evidence.ORDER, one).seen(0, Evidence.ORDER, other);
            var before = atoms.resolve();

            atoms.forced(99, one, other);
            assertFalse(before.survivors().equals(atoms.resolve().survivors()), "seed " + seed + " run " + run);
            atoms.unlink(one, other);

            assertEquals(before.survivors(), atoms.resolve().survivors(), "seed " + seed + " run " + run);
            assertEquals(before.refusals(), atoms.resolve().refusals());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15})
    void noCustomerEverHoldsTwoNumbersWithoutAnOverride(long seed) {
        for (int run = 0; run < GRAPHS; run++) {
            var random = new Random(seed * 1_000 + run);
            var atoms = new Atoms();
            sightings(random, 40).forEach(event -> event.accept(atoms));

            for (var person : atoms.people()) {
                for (var handle : person) {
                    assertFalse(person.stream().anyMatch(handle::contradicts), "seed " + seed + " run " + run);
                }
            }
        }
    }

    private static Object people(List<Consumer<Atoms>> events) {
        var atoms = new Atoms();
        events.forEach(event -> event.accept(atoms));
        return atoms.people();
    }

    private static List<Consumer<Atoms>> events(Random random, int number) {
        var events = sightings(random, number);
        for (int i = 0; i < random.nextInt(3); i++) {
            var one = handle(random);
            var other = handle(random);
            if (!one.equals(other)) {
                events.add(atoms -> atoms.different(one, other));
            }
        }
        if (random.nextInt(4) == 0) {
            var one = handle(random);
            var other = handle(random);
            if (!one.equals(other)) {
                events.add(atoms -> atoms.forced(100, one, other));
            }
        }
        return events;
    }

    private static List<Consumer<Atoms>> sightings(Random random, int number) {
        List<Consumer<Atoms>> events = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            var one = handle(random);
            var other = handle(random);
            int minute = random.nextInt(20);
            var evidence = Evidence.values()[random.nextInt(Evidence.values().length)];
            if (one.equals(other) || one.contradicts(other)) {
                events.add(atoms -> atoms.seen(minute, evidence, one));
            } else {
                events.add(atoms -> atoms.seen(minute, evidence, one, other));
            }
        }
        return events;
    }

    /** Few of each kind, so that they meet. */
    private static Handle handle(Random random) {
        var kinds = List.of(Handle.CUSTOMER_NUMBER, Handle.EMAIL, Handle.PHONE, Handle.WHATSAPP, Handle.VISITOR);
        return new Handle(kinds.get(random.nextInt(kinds.size())), "v" + random.nextInt(4));
    }
}
