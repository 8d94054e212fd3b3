/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.moving.source.ForeignContact.Address;
import fi.saumaton.customer.moving.source.ForeignTicket.State;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class CsvReaderTest {
    @Test
    void headersAreKnownHoweverTheyAreWritten() {
        var reader = new CsvReader("ID\tGiven Name\tfamily_name\tE-mail\tCreated-At", Map.of("email", "E-mail"));

        var contact = reader.contact("7\tMikko\t\"Saha \"\"Ketju\"\" Oy\"\tmikko@example.test\t2019-05-02 12:30:00");

        assertEquals("7", contact.id());
        assertEquals("Mikko Saha \"Ketju\" Oy", contact.name());
        assertEquals(List.of(new Address("email", "mikko@example.test")), contact.addresses());
        assertEquals(Instant.parse("2019-05-02T12:30:00Z"), contact.createdAt());
        assertEquals("Mikko", contact.details().givenName());
    }

    @Test
    void aRowWithoutAnIdIsNoContact() {
        assertNull(new CsvReader("id,name", Map.of()).contact(",Mikko"));
    }

    @Test
    void aTicketIsOfWhomItNames() {
        var reader = new CsvReader("id;subject;state;email;text;createdAt;endedAt", Map.of());

        var ticket = reader.ticket("11;Saha;Suljettu;mikko@example.test;Ei käy;2020-03-01;2020-03-02T10:00:00+02:00");

        assertEquals("mikko@example.test", ticket.contactId());
        assertEquals(
                List.of(new Address("email", "mikko@example.test")),
                ticket.contact().addresses());
        assertEquals(State.ENDED, ticket.state());
        assertEquals(Instant.parse("2020-03-02T08:00:00Z"), ticket.endedAt());
        assertEquals("Ei käy", ticket.messages().getFirst().text());
        assertNull(reader.ticket("12;Saha;open;;Ei käy;2020-03-01;"));
    }
}
