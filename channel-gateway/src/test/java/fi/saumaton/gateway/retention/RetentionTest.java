/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.retention;

import java.time.Duration;
import java.time.OffsetDateTime;
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
import fi.saumaton.gateway.TestSettings;

import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class RetentionTest {
    private final String old = UUID.randomUUID().toString();
    private final String young = UUID.randomUUID().toString();

    @Inject
    RetentionSweep sweep;

    @Inject
    RetentionConfig config;

    @Test
    void claimsAreForgotten() {
        var insert = """
                insert into claim (channel, handle_kind, handle_value, kind, value, made_at)
                values ('webchat:shop', 'visitor', ?, 'phone', '+358401234567', ?)
                """;
        Database.value(insert, old, justOver(config.claims()));
        Database.value(insert, young, justUnder(config.claims()));

        sweep();

        assertEquals(0, Database.count("select count(*) from claim where handle_value = ?", old));
        assertEquals(1, Database.count("select count(*) from claim where handle_value = ?", young));
    }

    @Test
    void blobsAreForgottenAfterTheRecordsThatNameThem() {
        var insert = "insert into ingress_blob (id, content, created_at) values (?::uuid, ''::bytea, ?)";
        Database.value(insert, old, justOver(config.blobs()));
        Database.value(insert, young, justUnder(config.blobs()));

        sweep();

        assertEquals(0, Database.count("select count(*) from ingress_blob where id = ?::uuid", old));
        assertEquals(1, Database.count("select count(*) from ingress_blob where id = ?::uuid", young));
    }

    @Test
    void takenMailsAreForgotten() {
        var insert = """
                insert into mailbox_mail (channel, message_key, content_hash, taken_at)
                values ('email:support', ?, 'hash', ?)
                """;
        Database.value(insert, old, justOver(config.mails()));
        Database.value(insert, young, justUnder(config.mails()));

        sweep();

        assertEquals(0, Database.count("select count(*) from mailbox_mail where message_key = ?", old));
        assertEquals(1, Database.count("select count(*) from mailbox_mail where message_key = ?", young));
    }

    @Test
    void theStreamForgetsItsEventsAndRecipientsToWhomNothingIsSentAnyMore() {
        recipient(old, justOver(config.idleRecipients()));
        event(old, justOver(config.streamEvents()));
        recipient(young, justUnder(config.idleRecipients()));
        event(young, justOver(config.streamEvents()));

        sweep();

        assertEquals(0, events(old));
        assertEquals(0, recipients(old));
        assertEquals(0, events(young));
        assertEquals(1, recipients(young), "whoever comes back within that time goes on counting");
    }

    @Test
    void aRecipientStaysAsLongAsAnEventThatMayBeResumedFrom() {
        recipient(old, justOver(config.idleRecipients()));
        event(old, justUnder(config.streamEvents()));

        sweep();

        assertEquals(1, events(old));
        assertEquals(1, recipients(old));
    }

    private static void recipient(String id, OffsetDateTime at) {
        Database.value("insert into recipient (id, last_sequence, updated_at) values (?, 1, ?)", id, at);
    }

    private static void event(String recipient, OffsetDateTime at) {
        Database.value(
                "insert into stream_event (recipient, sequence, kind, data, at) values (?, 1, 'test', '{}', ?)",
                recipient,
                at);
    }

    private static long events(String recipient) {
        return Database.count("select count(*) from stream_event where recipient = ?", recipient);
    }

    private static long recipients(String id) {
        return Database.count("select count(*) from recipient where id = ?", id);
    }

    private static OffsetDateTime justOver(Duration age) {
        return OffsetDateTime.now().minus(age).minusMinutes(10);
    }

    private static OffsetDateTime justUnder(Duration age) {
        return OffsetDateTime.now().minus(age).plusMinutes(10);
    }

    private void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(sweep::sweep);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }
}
