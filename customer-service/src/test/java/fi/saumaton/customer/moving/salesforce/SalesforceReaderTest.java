/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.salesforce;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.moving.Samples;
import fi.saumaton.customer.moving.source.ForeignContact.Address;
import fi.saumaton.customer.moving.source.ForeignTicket.From;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SalesforceReaderTest {
    private static final String CASE = "500R00000009QZaIAM";

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    @Test
    void queriesGoOnByIdAndTakeNothingElseForOne() {
        assertTrue(SalesforceReader.contacts(null, null, 200).endsWith("FROM Contact ORDER BY Id LIMIT 200"));
        assertTrue(SalesforceReader.cases(CASE, null, 50).contains(" WHERE Id > '" + CASE + "' ORDER BY Id"));
        assertTrue(SalesforceReader.cases(CASE, Instant.parse("2025-01-02T09:00:00.5Z"), 50)
                .contains(" WHERE Id > '" + CASE + "' AND SystemModstamp >= 2025-01-02T09:00:00Z ORDER BY Id"));
        assertFalse(SalesforceReader.isId("' OR Id > '"));
        assertTrue(SalesforceReader.mails(List.of(CASE, "x'")).contains("IN ('" + CASE + "')"));
    }

    @Test
    void aCaseHasItsMailsAndComments() throws IOException {
        var row = json("""
                {"Id": "%s", "CaseNumber": "00001026", "Subject": "Lasku", "IsClosed": true, "Description": "Ei näy",
                 "ClosedDate": "2025-01-05T09:00:00.000+0000", "CreatedDate": "2025-01-02T09:00:00.000+0000"}
                """.formatted(CASE));
        var mail = json("""
                {"Id": "02s1", "ParentId": "%s", "Incoming": true, "TextBody": "Missä", "FromName": "Mikko",
                 "MessageDate": "2025-01-02T09:00:00.000+0000"}
                """.formatted(CASE));
        var comment = json("""
                {"Id": "00a1", "ParentId": "%s", "CommentBody": "Kysy", "IsPublished": false,
                 "CreatedDate": "2025-01-03T09:00:00.000+0000", "CreatedBy": {"Name": "Jenni"}}
                """.formatted(CASE));

        var ticket = SalesforceReader.ticket(row, List.of(mail), List.of(comment));

        assertEquals("00001026", ticket.number());
        assertEquals(State.ENDED, ticket.state());
        assertEquals(
                List.of(From.CUSTOMER, From.NOTE),
                ticket.messages().stream().map(Message::from).toList());
        assertEquals(
                "Ei näy",
                SalesforceReader.ticket(row, List.of(), List.of())
                        .messages()
                        .getFirst()
                        .text());
    }

    @Test
    void readsTheDocumentedPage() throws IOException {
        var contact = SalesforceReader.contact(
                Samples.json("salesforce/query_page_shape.json").path("records").get(0));

        assertEquals("003RO0000035WQgYAM", contact.id());
        assertEquals("Virtanen", contact.name());
        assertEquals(List.of(new Address("email", "x@example.com")), contact.addresses());
    }
}
