/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
import fi.saumaton.customer.Statements;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whom a round of the sweep looks at. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class JourneySweepTest {
    /** Nobody else was looked at this long ago. */
    private static final Instant LONG_AGO = Instant.parse("2001-01-01T00:00:00Z");

    @Inject
    JourneyService journeys;

    @Inject
    JourneyRepository repository;

    @Inject
    Transactions transactions;

    @Test
    void neitherTheTouchedNorTheOverdueStarveTheOthers() throws Throwable {
        List<UUID> overdue = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            var id = customer();
            overdue.add(id);
            write(() -> repository.look(id, LONG_AGO.minusSeconds(60)));
        }
        var since = Instant.now();
        List<UUID> touched = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            touched.add(customer());
        }

        var due = due(since, 4);

        assertEquals(4, due.size());
        assertEquals(touched.subList(0, 3), due.subList(0, 3), "the touched come first");
        assertTrue(overdue.contains(due.getLast()), "a quarter is kept for the overdue");
        assertEquals(12, due(since, 100).size(), "there is room for all");
        assertEquals(5, due(Instant.now(), 5).size(), "the overdue take what the touched leave");
    }

    @Test
    void whoStandsNowhereIsNotLookedAtEveryTime() throws Throwable {
        var since = Instant.now();
        var id = customer();
        assertTrue(due(since, 100).contains(id));

        write(() -> repository.look(id, Instant.now()));

        assertFalse(due(since, 100).contains(id));
        Api.as(Api.jenni()).get("/api/v1/customers/" + id + "/journey").then().statusCode(200);
        write(() -> repository.look(UUID.randomUUID(), Instant.now()));
    }

    @Test
    void aRoundReadsTheRulesOnce() throws Throwable {
        customer();
        customer();
        try (var statements = new Statements()) {
            VertxContextSupport.subscribeAndAwait(journeys::lookAround);

            assertEquals(1, statements.about("from journey_rules").size());
            assertTrue(statements.about("join journey_step").size() >= 2, "though several were looked at");
        }
    }

    private List<UUID> due(Instant since, int most) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(
                () -> transactions.read(() -> repository.due(since, LONG_AGO, most)));
    }

    private void write(Supplier<Uni<Void>> work) throws Throwable {
        VertxContextSupport.subscribeAndAwait(() -> transactions.write(work));
    }

    private static UUID customer() {
        var number = UUID.randomUUID().toString();
        return UUID.fromString(Api.push(Api.purchase("order-" + number, number, "mikko-" + number + "@example.test"))
                .then()
                .statusCode(201)
                .extract()
                .path("customerId"));
    }
}
