/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.hubspot;

import java.io.IOException;
import java.time.Instant;
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

class HubspotReaderTest {
    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void aContactHasItsOwnMobileAndPerhapsASwitchboard() throws IOException {
        var contact = HubspotReader.contact(json("""
                {"id": "7", "createdAt": "2024-09-12T11:36:05.267Z", "properties": {"email": "mikko@example.test",
                 "firstname": "Mikko", "lastname": "Saha", "phone": "09 123456", "mobilephone": "040 1234567", "city": "Turku"}}
                """));

        assertEquals("Mikko Saha", contact.name());
        assertEquals(
                List.of(new Address("email", "mikko@example.test"), new Address("phone", "040 1234567")),
                contact.addresses());
        assertEquals("09 123456", contact.details().phone());
        assertEquals("Turku", contact.details().locality());
    }

    @Test
    void aTicketHasItsMailsAndNotesInTheirOrder() throws IOException {
        var ticket = json("""
                {"id": "11", "properties": {"subject": "Saha", "content": "Ei käy", "createdate": "2025-01-02T09:00:00Z",
                 "hs_pipeline_stage": "4", "closed_date": "2025-01-05T09:00:00Z"},
                 "associations": {"contacts": {"results": [{"id": "7", "type": "ticket_to_contact"}]},
                  "emails": {"results": [{"id": "1"}, {"id": "2"}]}, "notes": {"results": [{"id": "3"}]}}}
                """);
        var engagements = Map.of(
                "emails-1",
                json(
                        "{\"id\": \"1\", \"properties\": {\"hs_timestamp\": \"2025-01-04T09:00:00Z\", \"hs_email_direction\": \"EMAIL\", \"hs_email_text\": \"Vaihda\"}}"),
                "emails-2",
                json(
                        "{\"id\": \"2\", \"properties\": {\"hs_timestamp\": \"2025-01-03T09:00:00Z\", \"hs_email_direction\": \"INCOMING_EMAIL\", \"hs_email_text\": \"Hei\"}}"),
                "notes-3",
                json(
                        "{\"id\": \"3\", \"properties\": {\"hs_timestamp\": \"2025-01-03T10:00:00Z\", \"hs_note_body\": \"Kysy\"}}"));

        var read = HubspotReader.ticket(ticket, engagements);

        assertEquals("7", read.contactId());
        assertEquals(State.ENDED, read.state());
        assertEquals(
                List.of(From.CUSTOMER, From.CUSTOMER, From.NOTE, From.COMPANY),
                read.messages().stream().map(Message::from).toList());
        assertEquals(Instant.parse("2025-01-05T09:00:00Z"), read.endedAt());
    }

    @Test
    void readsARealAnswer() throws IOException {
        var page = Samples.json("hubspot/contacts_list_response.json");

        var contact = HubspotReader.contact(page.path("results").get(0));

        assertEquals("123456789", contact.id());
        assertEquals(Instant.parse("2024-09-12T11:36:22.982Z"), contact.changedAt());
        assertEquals("123456789", HubspotReader.next(page));
    }
}
