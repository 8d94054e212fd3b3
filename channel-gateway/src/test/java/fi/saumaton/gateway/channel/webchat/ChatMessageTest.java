/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ChatMessageTest {
    private static final String ID = "5f3a9c1e-7d0b-4c55-9d57-2f6a3c1b8e90";

    private static ChatMessage parse(String json) throws ChatMessage.Unreadable {
        return ChatMessage.parse(json.getBytes(StandardCharsets.UTF_8), 20);
    }

    private static String wrong(String json) {
        return assertThrows(ChatMessage.Unreadable.class, () -> parse(json)).field();
    }

    @Test
    void whatAWidgetPostsIsRead() throws ChatMessage.Unreadable {
        var message = parse("{\"x\":{\"y\":[1]},\"clientMessageId\":\"" + ID
                + "\",\"text\":\"Hei 🪚\\u0000\",\"occurredAt\":\"2026-11-22T10:15:30Z\"}");
        assertEquals(ID, message.clientMessageId().toString());
        assertEquals("Hei 🪚", message.text());
        assertEquals(Instant.parse("2026-11-22T10:15:30Z"), message.occurredAt());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "\"text\"", "{", "{\"text\":", "{\"text\":\"\\ud8\"}", "nonsense"})
    void whatIsNoJsonObjectIsWrongAsAWhole(String json) {
        assertNull(wrong(json));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|clientMessageId",
                "{\"clientMessageId\":\"1\",\"text\":\"a\"}|clientMessageId",
                "{\"clientMessageId\":7,\"text\":\"a\"}|clientMessageId",
                "{\"clientMessageId\":\"ID\"}|text",
                "{\"clientMessageId\":\"ID\",\"text\":null}|text",
                "{\"clientMessageId\":\"ID\",\"text\":\"  \"}|text",
                "{\"clientMessageId\":\"ID\",\"text\":\"\\u0000\"}|text",
                "{\"clientMessageId\":\"ID\",\"text\":[\"a\"]}|text",
                "{\"clientMessageId\":\"ID\",\"text\":\"123456789012345678901\"}|text",
                "{\"clientMessageId\":\"ID\",\"text\":\"a\",\"occurredAt\":\"yesterday\"}|occurredAt"
            })
    void aWrongFieldIsNamed(String json, String field) {
        assertEquals(field, wrong(json.replace("ID", ID)));
    }
}
