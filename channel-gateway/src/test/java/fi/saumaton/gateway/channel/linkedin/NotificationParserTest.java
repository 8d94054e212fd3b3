/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

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
import static org.junit.jupiter.api.Assertions.assertNull;

class NotificationParserTest {
    private static final String COMMENT = "urn:li:comment:(urn:li:activity:70,71)";

    private final NotificationParser parser = new NotificationParser("linkedin:company", "urn:li:organization:9");

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static String notification(String action, String owner) {
        return """
                {"notificationId":5603,"organizationalEntity":"urn:li:organization:9","action":"%s","lastModifiedAt":1795341600123,
                "sourcePost":"urn:li:activity:70","generatedActivity":"urn:li:comment:(activity:70,71)",
                "decoratedGeneratedActivity":{"comment":{"owner":"%s","text":"Miksi laskussa on toimitusmaksu?",
                "entity":"urn:li:comment:(activity:70,71)","object":"urn:li:activity:70"}}}
                """.formatted(action, owner);
    }

    private Inbound one(String notification) {
        return parser.parse(json(notification)).messages().getFirst();
    }

    @Test
    void aCommentIsAMessageInTheThreadOfItsPost() {
        var message = one(notification("COMMENT", "urn:li:person:aB3"));
        assertEquals(COMMENT, message.providerMessageId());
        assertEquals(Handle.proven("linkedin", "urn:li:person:aB3", "channel"), message.from());
        assertEquals("urn:li:activity:70", message.threadKey());
        assertEquals("Miksi laskussa on toimitusmaksu?", message.text());
        assertEquals(Instant.ofEpochMilli(1795341600123L), message.occurredAt());
        assertNull(message.sender().displayName());
    }

    @Test
    void changesNameTheCommentTheyChange() {
        var edit = one(notification("COMMENT_EDIT", "urn:li:person:aB3"));
        assertEquals(MessageKind.EDITED, edit.kind());
        assertEquals("notification:5603", edit.providerMessageId());
        assertEquals(List.of(COMMENT), edit.answers());
        var deletion = one(notification("COMMENT_DELETE", "urn:li:person:aB3"));
        assertEquals(MessageKind.DELETED, deletion.kind());
        assertEquals("The comment was deleted by its author", deletion.text());
    }

    @Test
    void whatThePageSaysItselfHasGoneOut() {
        for (var action : List.of("ADMIN_COMMENT", "COMMENT")) {
            var parsed = parser.parse(json(notification(action, "urn:li:organization:9")));
            assertEquals(List.of(), parsed.messages());
            assertEquals(COMMENT, parsed.receipts().getFirst().providerMessageId());
            assertEquals(Receipt.Status.SENT, parsed.receipts().getFirst().status());
        }
    }

    @Test
    void aMentionIsAMessageToAnswerAtItsPost() {
        var mention = one("""
                {"notificationId":5604,"action":"SHARE_MENTION","lastModifiedAt":1795341600123,"generatedActivity":"urn:li:share:80",
                "decoratedGeneratedActivity":{"share":{"owner":"urn:li:person:aB3","text":"Kiitos!","entity":"urn:li:share:80"}}}
                """);
        assertEquals("urn:li:share:80", mention.providerMessageId());
        assertEquals("Kiitos!", mention.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"LIKE", "SHARE"})
    void whatSaysNothingIsNothing(String action) {
        assertEquals(Parsed.nothing(), parser.parse(json(notification(action, "urn:li:person:aB3"))));
    }

    @Test
    void whatNobodyKnowsIsKept() {
        assertEquals(
                "PHOTO_MENTION",
                parser.parse(json(notification("PHOTO_MENTION", "x")))
                        .unsupported()
                        .getFirst()
                        .kind());
        assertEquals(
                "comment without author",
                parser.parse(json("{\"action\":\"COMMENT\",\"notificationId\":1}"))
                        .unsupported()
                        .getFirst()
                        .kind());
    }
}
