/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class XParserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String USERS =
            "\"users\":{\"77\":{\"id\":\"77\",\"name\":\"Mikko\",\"screen_name\":\"mikko\"}}";
    private static final String DM = """
            {"type":"message_create","id":"9001","created_timestamp":"1795341600123","message_create":{
            "target":{"recipient_id":"10"},"sender_id":"%s","message_data":{"text":"Hei &amp; moi"%s}}}
            """;

    private final XParser parser = new XParser(new XAccount("x:support", "10"));

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Parsed parse(String body) {
        return parser.parse(json(body), NOW);
    }

    private Inbound one(String body) {
        var parsed = parse(body);
        assertEquals(1, parsed.messages().size());
        return parsed.messages().getFirst();
    }

    private static String activity(String type, String payload, String includes) {
        return "{\"data\":{\"event_uuid\":\"1\",\"event_type\":\"%s\",\"payload\":%s,\"includes\":%s}}"
                .formatted(type, payload, includes);
    }

    private static String accountActivity(String name, String event) {
        return "{\"for_user_id\":\"10\",\"%s\":[%s],%s}".formatted(name, event, USERS);
    }

    @Test
    void aDirectMessageIsTheSameThroughBothApis() {
        var old = one(accountActivity("direct_message_events", DM.formatted("77", "")));
        var payload =
                "{\"direct_message_events\":[%s],\"users\":{\"77\":{\"data\":{\"id\":\"77\",\"name\":\"Mikko\"}}}}";
        var activity = one(activity("dm.received", payload.formatted(DM.formatted("77", "")), "{}"));
        assertEquals(old, activity);
        assertEquals("dm:9001", old.providerMessageId());
        assertEquals("dm", old.threadKey());
        assertEquals("Hei & moi", old.text());
        assertEquals("Mikko", old.sender().displayName());
        assertEquals(Handle.proven("x", "77", "channel"), old.from());
        assertEquals(Instant.ofEpochMilli(1795341600123L), old.occurredAt());
    }

    @Test
    void aPictureIsFetchedLater() {
        var media =
                ",\"attachment\":{\"type\":\"media\",\"media\":{\"id\":5,\"type\":\"photo\",\"media_url_https\":\"https://ton.twitter.com/p.jpg\"}}";
        var message = one(accountActivity("direct_message_events", DM.formatted("77", media)));
        assertEquals(MessageKind.MEDIA, message.kind());
        assertEquals(
                "https://ton.twitter.com/p.jpg",
                message.attachments().getFirst().ref().url());
    }

    @Test
    void whatWeSentOurselvesSettlesIt() {
        var parsed = parse(accountActivity("direct_message_events", DM.formatted("10", "")));
        assertEquals(List.of(), parsed.messages());
        assertEquals("dm:9001", parsed.receipts().getFirst().providerMessageId());
        assertEquals(Receipt.Status.SENT, parsed.receipts().getFirst().status());
        var post = parse(activity(
                "post.create",
                "{\"id\":\"800\",\"author_id\":\"10\",\"created_at\":\"2026-11-22T10:00:00.000Z\"}",
                "{}"));
        assertEquals("post:800", post.receipts().getFirst().providerMessageId());
    }

    @Test
    void whatTheyHaveReadIsRead() {
        var parsed = parse(
                accountActivity(
                        "direct_message_mark_read_events",
                        "{\"created_timestamp\":\"1795341700000\",\"sender_id\":\"77\",\"target\":{\"recipient_id\":\"10\"},\"last_read_event_id\":\"9002\"}"));
        var watermark = parsed.watermarks().getFirst();
        assertEquals("77", watermark.reader().value());
        assertEquals(Receipt.Status.READ, watermark.status());
        assertEquals(Instant.ofEpochMilli(1795341700000L), watermark.upTo());
    }

    @Test
    void aMentionAndAReplyAreTheSamePostOnce() {
        var post = """
                {"id":"701","author_id":"77","conversation_id":"700","text":"@support it is broken","created_at":"2026-11-22T09:59:00.000Z",
                "referenced_tweets":[{"type":"replied_to","id":"700"}]}
                """;
        var includes =
                "{\"users\":[{\"id\":\"77\",\"name\":\"Mikko\"}],\"media\":[{\"media_key\":\"3_1\",\"type\":\"photo\",\"url\":\"https://pbs.twimg.com/m.jpg\"}]}";
        var mention = one(activity("post.mention.create", post, includes));
        var reply = one(activity("post.reply.create", post, includes));
        assertEquals(mention, reply);
        assertEquals("post:701", mention.providerMessageId());
        assertEquals("post 700", mention.threadKey());
        assertEquals(List.of("post:700"), mention.answers());
        assertEquals("Mikko", mention.sender().displayName());
        assertEquals(
                "https://pbs.twimg.com/m.jpg",
                mention.attachments().getFirst().ref().url());
    }

    private static String tweet(String author, String more) {
        return accountActivity("tweet_create_events", """
                {"id_str":"701","created_at":"Sun Nov 22 09:59:00 +0000 2026","text":"cut","user":{"id_str":"%s","name":"Mikko"}%s}
                """.formatted(author, more));
    }

    @Test
    void anOldTweetIsOursWhenItMentionsOrAnswersUs() {
        var mention = one(tweet("77", ",\"entities\":{\"user_mentions\":[{\"id_str\":\"10\"}]}"));
        assertEquals("post:701", mention.providerMessageId());
        assertEquals(Instant.parse("2026-11-22T09:59:00Z"), mention.occurredAt());
        var reply = one(
                tweet(
                        "77",
                        ",\"in_reply_to_user_id_str\":\"10\",\"in_reply_to_status_id_str\":\"700\",\"extended_tweet\":{\"full_text\":\"all of it\",\"entities\":{}}"));
        assertEquals("all of it", reply.text());
        assertEquals(List.of("post:700"), reply.answers());
        assertEquals("post 700", reply.threadKey());
    }

    @Test
    void repostsAndPostsBetweenOthersAreNotForUs() {
        assertEquals(Parsed.nothing(), parse(tweet("77", "")));
        assertEquals(
                Parsed.nothing(),
                parse(tweet("77", ",\"retweeted_status\":{},\"entities\":{\"user_mentions\":[{\"id_str\":\"10\"}]}")));
        assertEquals(1, parse(tweet("10", "")).receipts().size());
    }

    @Test
    void aDeletedPostIsTakenBack() {
        var deleted = one(accountActivity(
                "tweet_delete_events",
                "{\"status\":{\"id\":\"701\",\"user_id\":\"77\"},\"timestamp_ms\":\"1795341800000\"}"));
        assertEquals(MessageKind.DELETED, deleted.kind());
        assertEquals(List.of("post:701"), deleted.answers());
        assertFalse(deleted.awaitsReply());
    }

    @Test
    void anEncryptedChatIsShownWithAWordWhyItCannotBeRead() {
        var chat = one(activity(
                "chat.received",
                "{\"id\":\"e4\",\"created_at_msec\":\"1795341600000\",\"sender_id\":\"77\",\"encoded_event\":\"CwAB\"}",
                "{}"));
        assertEquals(MessageKind.UNSUPPORTED, chat.kind());
        assertEquals("chat:e4", chat.providerMessageId());
        assertTrue(chat.text().startsWith("Encrypted chat message: "), chat.text());
        assertTrue(chat.raw().contains("CwAB"), chat.raw());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "like.create",
                "follow.follow",
                "mute.mute",
                "chat.sent",
                "dm.indicate_typing",
                "post.repost.create",
                "oauth.revoke"
            })
    void knownKindsThatAreNoMessagesAreNothing(String type) {
        assertEquals(Parsed.nothing(), parse(activity(type, "{}", "{}")));
    }

    @Test
    void aKindThatNobodyKnowsIsKept() {
        assertEquals(
                "space.started",
                parse(activity("space.started", "{}", "{}"))
                        .unsupported()
                        .getFirst()
                        .kind());
        assertEquals(
                "bookmark_events",
                parse(accountActivity("bookmark_events", "{}"))
                        .unsupported()
                        .getFirst()
                        .kind());
    }

    @Test
    void aBatchIsCutIntoEventsEachWithItsSender() {
        var batch = json("{\"for_user_id\":\"10\",\"direct_message_events\":[%s,%s],%s}"
                .formatted(DM.formatted("77", ""), DM.formatted("78", ""), USERS));
        var singles = XEvents.cut(batch);
        assertEquals(
                List.of("77", "78"), singles.stream().map(XEvents.Single::actor).toList());
        assertEquals(
                "Mikko",
                parser.parse(singles.getFirst().body(), NOW)
                        .messages()
                        .getFirst()
                        .sender()
                        .displayName());
        assertEquals("10", singles.getLast().body().path("for_user_id").asText());
        assertFalse(singles.getLast().body().has("users"));
    }
}
