/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.customer.Api;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class PictureServiceTest {
    private final String number = UUID.randomUUID().toString();
    private final String address = "mikko-" + number + "@example.test";

    @Inject
    PictureService pictures;

    @Inject
    Transactions transactions;

    @Test
    void whoLostTheirHandlesIsNotVerified() throws Throwable {
        UUID id = UUID.fromString(Api.push(Api.purchase("order-" + number, number, address))
                .then()
                .statusCode(201)
                .extract()
                .path("customerId"));
        assertEquals(true, verified(id));

        for (var handle : List.of(
                Map.of("kind", "customer-number", "value", number), Map.of("kind", "email", "value", address))) {
            Api.as(TestTokens.person("supervisor", "supervisor"))
                    .body(Map.of("handle", handle, "reason", "Somebody else's now"))
                    .post("/api/v1/handles/endings")
                    .then()
                    .statusCode(200);
        }

        assertEquals(false, verified(id));
        assertEquals(false, Api.glance(id).getBoolean("verified"));
    }

    private boolean verified(UUID id) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.read(() -> pictures.of(id)))
                .customer()
                .verified();
    }
}
