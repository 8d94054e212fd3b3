/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webchat;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import fi.saumaton.gateway.channel.Text;

/**
 * What a widget posts. Read by the door, to refuse what makes no sense, and again by the parser.
 *
 * @param clientMessageId made by the widget: the same message sent again has the same
 * @param occurredAt null when the widget did not say
 */
record ChatMessage(UUID clientMessageId, String text, Instant occurredAt) {
    private static final JsonFactory JSON = new JsonFactory();

    /** What is wrong with a body; the message is for the widget's developer. */
    static final class Unreadable extends Exception {
        private final String field;

        Unreadable(String message, String field) {
            super(message, null, false, false);
            this.field = field;
        }

        /** The field that is wrong, null when it is the whole. */
        String field() {
            return field;
        }
    }

    static ChatMessage parse(byte[] body, int maxTextLength) throws Unreadable {
        String id = null;
        String text = null;
        String occurredAt = null;
        try (var parser = JSON.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unreadable("The body is no JSON object", null);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "clientMessageId" -> id = string(parser, name);
                    case "text" -> text = string(parser, name);
                    case "occurredAt" -> occurredAt = string(parser, name);
                    default -> parser.skipChildren();
                }
            }
        } catch (IOException e) {
            throw new Unreadable("The body is not readable as JSON", null);
        }
        return new ChatMessage(id(id), text(text, maxTextLength), time(occurredAt));
    }

    private static String string(JsonParser parser, String field) throws IOException, Unreadable {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new Unreadable(field + " must be a text", field);
        }
        return parser.getText();
    }

    private static UUID id(String id) throws Unreadable {
        try {
            if (id != null && id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable("clientMessageId must be a UUID", "clientMessageId");
        }
        throw new Unreadable("clientMessageId must be a UUID", "clientMessageId");
    }

    private static String text(String text, int longest) throws Unreadable {
        var clean = Text.clean(text);
        if (clean == null || clean.isBlank()) {
            throw new Unreadable("text must not be empty", "text");
        }
        if (clean.length() > longest) {
            throw new Unreadable("text is longer than " + longest + " characters", "text");
        }
        return clean;
    }

    private static Instant time(String time) throws Unreadable {
        try {
            return time == null ? null : Instant.parse(time);
        } catch (DateTimeException e) {
            throw new Unreadable("occurredAt must be a time such as 2026-11-22T10:15:30Z", "occurredAt");
        }
    }
}
