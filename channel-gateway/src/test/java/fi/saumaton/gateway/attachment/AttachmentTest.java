/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.conversation.Arrival;
import fi.saumaton.gateway.conversation.Intake;
import fi.saumaton.kit.tx.Transactions;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;

/** A file that came with a message reaches whoever serves, as bytes and never as a page. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class AttachmentTest {
    @Inject
    Intake intake;

    @Inject
    Transactions transactions;

    @Test
    void theFileIsWhatTheCustomerSent() throws Throwable {
        var page = "<script>alert('säge')</script>".getBytes(StandardCharsets.UTF_8);
        var user = Handle.claimed("webhook-user", "bench:" + UUID.randomUUID());
        var message = new Inbound(
                "webhook:bench",
                UUID.randomUUID().toString(),
                user,
                new Sender(List.of(user), "Mikko"),
                "",
                List.of(),
                null,
                null,
                null,
                "See the picture",
                null,
                null,
                List.of(new InboundAttachment("säge 1.html", "text/html", page)),
                false,
                Instant.now());
        VertxContextSupport.subscribeAndAwait(() ->
                transactions.write(() -> intake.receive(List.of(new Arrival(message, Instant.now(), null)))));

        var conversation = Database.value("select id from conversation where handle_value = ?", user.value());
        var jenni = TestAgent.someone();
        Map<String, Object> named = jenni.asks()
                .get("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(200)
                .body("items[0].attachments[0].name", equalTo("säge 1.html"))
                .body("items[0].attachments[0].mediaType", equalTo("text/html"))
                .body("items[0].attachments[0].size", equalTo(page.length))
                .extract()
                .path("items[0].attachments[0]");
        var file = jenni.asks()
                .get("/api/v1/attachments/" + named.get("id"))
                .then()
                .statusCode(200)
                .contentType("application/octet-stream")
                .header("Content-Disposition", equalTo("attachment; filename*=UTF-8''s%C3%A4ge%201.html"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .extract()
                .asByteArray();
        assertArrayEquals(page, file);
    }
}
