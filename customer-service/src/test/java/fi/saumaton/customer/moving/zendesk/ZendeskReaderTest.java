/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.zendesk;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.Samples;
import fi.saumaton.customer.moving.source.ForeignContact.Address;
import fi.saumaton.customer.moving.source.ForeignTicket.From;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class ZendeskReaderTest {
    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void aSharedPhoneIsNobodysOwn() throws IOException {
        var user =
                "{\"id\": 1, \"email\": \"mikko@example.test\", \"phone\": \"040 1234567\", \"shared_phone_number\": %s}";

        var own = ZendeskReader.contact(json(user.formatted(false)));
        var shared = ZendeskReader.contact(json(user.formatted(true)));

        assertEquals(
                List.of(new Address("email", "mikko@example.test"), new Address("phone", "040 1234567")),
                own.addresses());
        assertNull(own.details());
        assertEquals(List.of(new Address("email", "mikko@example.test")), shared.addresses());
        assertEquals("040 1234567", shared.details().phone());
    }

    @Test
    void commentsAreOfCustomersOfTheCompanyOrForItselfAlone() throws IOException {
        var ticket = json("{\"id\": 11, \"requester_id\": 1, \"status\": \"pending\"}");
        var comments = List.of(
                json("{\"id\": 1, \"author_id\": 1, \"body\": \"a\", \"created_at\": \"2025-01-02T09:00:00Z\"}"),
                json(
                        "{\"id\": 2, \"author_id\": 90, \"plain_body\": \"b\", \"public\": true, \"created_at\": \"2025-01-02T09:01:00Z\"}"),
                json(
                        "{\"id\": 3, \"author_id\": 90, \"body\": \"c\", \"public\": false, \"created_at\": \"2025-01-02T09:02:00Z\"}"),
                json("{\"id\": 4, \"author_id\": 90, \"body\": \"of no time\"}"));
        var people = Map.of("90", json("{\"id\": 90, \"name\": \"Jenni\", \"role\": \"agent\"}"));

        var read = ZendeskReader.ticket(ticket, comments, people);

        assertEquals(State.WAITING, read.state());
        assertEquals(
                List.of(From.CUSTOMER, From.COMPANY, From.NOTE),
                read.messages().stream().map(Message::from).toList());
        assertEquals("Jenni", read.messages().get(1).author());
    }

    @Test
    void readsTheDocumentedTicket() throws IOException {
        var read =
                ZendeskReader.ticket(Samples.json("zendesk/ticket_shape.json").path("ticket"), List.of(), Map.of());

        assertEquals("35436", read.id());
        assertEquals("20978392", read.contactId());
        assertEquals("Help, my printer is on fire!", read.subject());
        assertEquals(State.OPEN, read.state());
    }

    @Test
    void readsTheDocumentedPage() throws IOException {
        assertEquals("xxx", ZendeskReader.next(Samples.json("zendesk/cursor_page_shape.json")));
    }
}
