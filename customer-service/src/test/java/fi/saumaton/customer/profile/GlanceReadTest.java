/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.profile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.Statements;
import fi.saumaton.devstack.StackResource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** How a glance is read. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class GlanceReadTest {
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + number + "@example.test";

    @Inject
    ProfileService profiles;

    @Test
    void aGlanceReadsNothingTwice() throws Throwable {
        var id = bought(1);
        try (var statements = new Statements()) {
            var glance = VertxContextSupport.subscribeAndAwait(() -> profiles.glance(id));

            assertEquals(1, glance.timeline().size());
            var seen = statements.about("select");
            assertEquals(new HashSet<>(seen).size(), seen.size(), "nothing twice");
            assertTrue(seen.size() <= 11, () -> seen.size() + " statements: " + seen);
        }
    }

    @Test
    void theTimelineGoesOnWhereTheGlanceEnds() {
        var id = bought(53);

        var glance = Api.glance(id);
        var rest = Api.as(Api.jenni())
                .queryParam("after", glance.getString("timelineNext"))
                .get("/api/v1/customers/" + id + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();

        assertEquals(10, glance.getList("facts.findAll { it.kind == 'bought' }").size());
        List<String> titles = new ArrayList<>(glance.getList("timeline.title"));
        assertEquals(50, titles.size());
        titles.addAll(rest.getList("items.title"));
        assertEquals(53, titles.size());
        assertEquals(53, new HashSet<>(titles).size());
        assertNull(rest.getString("next"));
    }

    private UUID bought(int times) {
        UUID id = null;
        for (int i = 0; i < times; i++) {
            var told = Api.purchase("order-" + i + "-" + number, number, address);
            told.put("title", "Chainsaw " + i);
            told.put(
                    "occurredAt",
                    Instant.parse("2026-11-01T00:00:00Z")
                            .plusSeconds(60L * (i / 2))
                            .toString());
            told.remove("data");
            id = UUID.fromString(Api.push(told).then().statusCode(201).extract().path("customerId"));
        }
        return id;
    }
}
