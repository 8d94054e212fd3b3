/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Facts in the database, whatever order their sources come and go in. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class FactServiceTest {
    private static final Instant NOON = Instant.now().minusSeconds(3_600);

    @Inject
    FactService facts;

    @Inject
    Transactions transactions;

    @Test
    void whoDeletesASourceDeletesItsFacts() {
        var customer = customer();
        var first = said(customer, Ids.next(), "Tilaus 55012", 0);
        var second = said(customer, Ids.next(), "Tilaus 55012 ja tilaus 55013", 1);
        learn(first, second);

        forget(second.messageId());
        assertEquals(List.of("55012"), orders(customer));

        learn(second);
        assertEquals(List.of("55012"), orders(customer), "it does not come back with its event");
        forget(first.messageId());
        assertEquals(List.of(), orders(customer));
    }

    @Test
    void whatIsForgottenBeforeItComesIsNotLearnt() {
        var customer = customer();
        var said = said(customer, Ids.next(), "Tilaus 55012", 0);
        forget(said.messageId());
        learn(said);
        assertEquals(List.of(), orders(customer));
    }

    @Test
    void anyOrderAndRepetitionGivesTheSame() {
        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            assertEquals(play(random, false), play(new Random(seed), true), "seed " + seed);
        }
    }

    /** The same deeds on a customer of their own: as they come, or shuffled and partly repeated. */
    private List<String> play(Random random, boolean shuffled) {
        var customer = customer();
        List<Runnable> deeds = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            var text = "Tilaus 5501" + random.nextInt(4) + ", osoitteeni on Kauppakatu " + (1 + random.nextInt(3))
                    + ", 40100 Jyväskylä";
            var said = said(customer, Ids.next(), text, i);
            deeds.add(() -> learn(said));
            if (random.nextInt(3) == 0) {
                deeds.add(() -> forget(said.messageId()));
            }
        }
        if (shuffled) {
            deeds.addAll(deeds.subList(0, 5));
            Collections.shuffle(deeds, random);
        }
        deeds.forEach(Runnable::run);
        return known(customer).stream()
                .map(fact -> fact.kind() + " " + fact.value() + " " + fact.current() + " " + fact.sources())
                .toList();
    }

    private List<String> orders(UUID customer) {
        return known(customer).stream()
                .filter(fact -> fact.kind().equals("order-number"))
                .map(KnownFact::value)
                .toList();
    }

    private List<KnownFact> known(UUID customer) {
        return await(() -> facts.all(customer, false));
    }

    private void learn(Said... said) {
        await(() -> transactions.write(() -> facts.learn(List.of(said), Map.of())));
    }

    private void forget(UUID source) {
        await(() -> transactions.write(() -> facts.forget(List.of(source))));
    }

    private static Said said(UUID customer, UUID message, String text, int minute) {
        return new Said(message, customer, null, text, false, false, "customer", null, NOON.plusSeconds(60L * minute));
    }

    /** Somebody of whom nothing is known. */
    private static UUID customer() {
        var number = UUID.randomUUID().toString();
        var visit = Api.purchase("visit-" + number, number, "mikko-" + number + "@example.test");
        visit.put("kind", "shop-visit");
        visit.put("data", Map.of());
        return UUID.fromString(Api.push(visit).then().statusCode(201).extract().path("customerId"));
    }

    private static <T> T await(Supplier<Uni<T>> work) {
        try {
            return VertxContextSupport.subscribeAndAwait(work);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
