/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.retention;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;
import fi.saumaton.gateway.channel.linkedin.TestCommenter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** LinkedIn's terms: what its members write is kept for 48 hours, and handed to nobody. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class ContentRemovalTest {
    private final TestCommenter mikko = new TestCommenter();

    @Inject
    ContentRemovalService removal;

    private SocialDesk desk() {
        return new SocialDesk("linkedin:company", mikko.handle());
    }

    private static String text(SocialDesk desk) {
        return (String) Database.value(
                "select text from message where conversation_id = ? and direction = 'in'", desk.conversation());
    }

    private static long toldDesks(String text) {
        return Database.count("select count(*) from stream_event where data::text like ?", "%" + text + "%");
    }

    private void sweep() {
        try {
            VertxContextSupport.subscribeAndAwait(removal::sweep);
        } catch (Throwable e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void theWordsAreNeitherInKafkaNorInAnEvent() {
        mikko.writes("A comment that stays here");
        try (var jenni = desk();
                var events = new Broker("conversation.events");
                var ingress = new Broker("ingress")) {
            assertEquals("A comment that stays here", text(jenni));
            assertEquals(
                    "[shown in the conversation only]",
                    events.await(jenni.conversation(), "fi.saumaton.conversation.message-received.v1")
                            .data()
                            .path("text")
                            .asText());
            var record = ingress.await("linkedin:company|" + mikko.handle(), 1).getFirst();
            assertTrue(record.headers().containsKey("ce_blob"), "the body lies beside Kafka");
            assertEquals("", record.data().asText());
        }
    }

    @Test
    void theTermIsFortyEightHours() {
        mikko.writes("How long?");
        try (var jenni = desk()) {
            assertEquals(48 * 3600, Database.count("""
                    select extract(epoch from t.remove_at - m.recorded_at)
                    from content_term t join message m on m.id = t.message_id where m.conversation_id = ?
                    """, jenni.conversation()));
        }
    }

    @Test
    void whenItIsOverTheWordsAreGoneEverywhere() {
        mikko.writes("A comment to \\\"forget\\\"");
        try (var jenni = desk()) {
            sweep();
            assertEquals("A comment to \"forget\"", text(jenni), "it is too early");
            assertEquals(1, toldDesks("A comment to"));

            Database.value("""
                    update content_term set remove_at = now() - interval '1 second'
                    where message_id in (select id from message where conversation_id = ?)
                    """, jenni.conversation());
            Database.value(
                    "update ingress_blob set remove_at = now() - interval '1 second' where remove_at is not null");
            sweep();

            assertEquals("[removed: the channel's terms allow keeping it no longer]", text(jenni));
            assertEquals(0, toldDesks("A comment to"));
            assertEquals(0, Database.count("select count(*) from ingress_blob where remove_at is not null"));
            assertEquals(1, jenni.messages(1), "that something was written stays");
        }
    }

    @Test
    void whatItsWriterDeletesIsGoneWithTheNextSweep() {
        mikko.writes("I should not have said that");
        try (var jenni = desk()) {
            mikko.deletes();
            jenni.messages(2);
            sweep();
            assertEquals(
                    "[removed: the channel's terms allow keeping it no longer]",
                    Database.value(
                            "select text from message where conversation_id = ? and kind = 'text'",
                            jenni.conversation()));
        }
    }

    @Test
    void recordsThatNobodyUnderstoodGoAsWell() {
        var insert = """
                insert into unsupported_record (id, channel, kind, raw, received_at)
                values (gen_random_uuid(), 'linkedin:company', ?, '{}', now() - cast(? as interval))
                """;
        Database.value(insert, "old" + mikko.handle(), "49 hours");
        Database.value(insert, "young" + mikko.handle(), "47 hours");

        sweep();

        assertEquals(
                0, Database.count("select count(*) from unsupported_record where kind = ?", "old" + mikko.handle()));
        assertEquals(
                1, Database.count("select count(*) from unsupported_record where kind = ?", "young" + mikko.handle()));
    }
}
