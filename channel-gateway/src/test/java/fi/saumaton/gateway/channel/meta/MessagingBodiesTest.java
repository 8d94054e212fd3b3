/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

class MessagingBodiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final MessagingBodies bodies = new MessagingBodies(Platform.MESSENGER, JSON);

    private static Outbound message(String inReplyTo, boolean byPerson, Duration ago, Content content) {
        return new Outbound(
                UUID.fromString("01993f00-0000-7000-8000-000000000001"),
                UUID.randomUUID(),
                "messenger:shop",
                "AB12",
                Handle.proven("messenger", "70001", "channel"),
                null,
                null,
                "Yes",
                "Jenni",
                inReplyTo,
                List.of(),
                1,
                content,
                List.of(),
                byPerson,
                NOW.minus(ago));
    }

    private static void assertJson(String expected, JsonNode actual) throws JsonProcessingException {
        assertEquals(JSON.readTree(expected), JSON.readTree(actual.toString()));
    }

    @Test
    void anAnswerCarriesOurId() throws Exception {
        assertJson("""
                {"recipient":{"id":"70001"},"messaging_type":"RESPONSE",
                "message":{"text":"Yes","metadata":"01993f00-0000-7000-8000-000000000001"}}
                """, bodies.text(message("m.1", true, Duration.ofHours(1), Content.text()), NOW));
    }

    @ParameterizedTest
    @CsvSource({"true,23,", "true,25,HUMAN_AGENT", "false,25,", "true,167,HUMAN_AGENT"})
    void afterADayOnlyAPersonAnswersAndSaysSo(boolean byPerson, int hours, String tag) {
        var body = bodies.text(message("m.1", byPerson, Duration.ofHours(hours), Content.text()), NOW);
        assertEquals(tag == null ? "" : tag, body.path("tag").asText(""));
        assertEquals(
                tag == null ? "RESPONSE" : "MESSAGE_TAG",
                body.path("messaging_type").asText());
    }

    @Test
    void aCommentIsAnsweredPrivately() throws Exception {
        assertJson("""
                {"recipient":{"comment_id":"9_1"},
                "message":{"text":"Yes","metadata":"01993f00-0000-7000-8000-000000000001"}}
                """, bodies.text(message("comment:9_1", true, Duration.ofDays(2), Content.text()), NOW));
    }

    @Test
    void choicesAreQuickReplies() throws Exception {
        var choices = new Content.Choices(List.of(
                new Content.Option("y", "Yes", null), new Content.Option("l", "Later, when I am at home", null)));
        assertJson(
                """
                [{"content_type":"text","title":"Yes","payload":"y"},
                {"content_type":"text","title":"Later, when I am at…","payload":"l"}]
                """,
                bodies.text(message("m.1", true, Duration.ZERO, choices), NOW).at("/message/quick_replies"));
    }

    @Test
    void filesGoByTheirId() throws Exception {
        var message = message("m.1", true, Duration.ZERO, Content.text());
        assertJson(
                "{\"type\":\"image\",\"payload\":{\"attachment_id\":\"5\"}}",
                bodies.file(message, "image/png", "5", NOW).at("/message/attachment"));
        assertJson(
                "{\"type\":\"MEDIA_SHARE\",\"payload\":{\"id\":\"5\"}}",
                new MessagingBodies(Platform.INSTAGRAM, JSON)
                        .file(message, "image/png", "5", NOW)
                        .at("/message/attachment"));
    }
}
