/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.freshdesk;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.Samples;
import fi.saumaton.customer.moving.source.ForeignTicket.From;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FreshdeskReaderTest {
    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void theDescriptionIsTheFirstMessage() throws IOException {
        var ticket = json("""
                {"id": 18, "requester_id": 5, "subject": "Saha", "status": 5, "source": 2, "description_text": "Ei käy",
                 "created_at": "2025-01-02T09:00:00Z", "updated_at": "2025-01-04T09:00:00Z",
                 "requester": {"id": 5, "name": "Mikko", "email": "mikko@example.test"}}
                """);
        var conversations = List.of(
                json(
                        "{\"id\": 3, \"body_text\": \"Kysy\", \"private\": true, \"created_at\": \"2025-01-03T09:00:00Z\"}"),
                json(
                        "{\"id\": 2, \"body_text\": \"Vaihda\", \"incoming\": false, \"created_at\": \"2025-01-02T10:00:00Z\"}"));

        var read = FreshdeskReader.ticket(ticket, conversations);

        assertEquals(
                List.of(From.CUSTOMER, From.COMPANY, From.NOTE),
                read.messages().stream().map(Message::from).toList());
        assertEquals(State.ENDED, read.state());
        assertEquals("Mikko", read.contact().name());
    }

    @Test
    void readsTheDocumentedList() throws IOException {
        var read = FreshdeskReader.ticket(
                Samples.json("freshdesk/tickets_list_shape.json").get(0), List.of());

        assertEquals("18", read.id());
        assertEquals("5", read.contactId());
        assertEquals(State.OPEN, read.state());
    }
}
