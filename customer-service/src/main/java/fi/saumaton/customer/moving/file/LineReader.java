/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.customer.identity.Handle;
import fi.saumaton.customer.moving.source.Fields;
import fi.saumaton.customer.moving.source.ForeignContact;
import fi.saumaton.customer.moving.source.ForeignContact.Address;
import fi.saumaton.customer.moving.source.ForeignTicket;
import fi.saumaton.customer.moving.source.ForeignTicket.From;
import fi.saumaton.customer.moving.source.ForeignTicket.Message;
import fi.saumaton.customer.moving.source.ForeignTicket.State;
import fi.saumaton.customer.person.PersonDetails;

/** Reads our own form of JSON Lines: docs/moving-in.md. */
final class LineReader {
    private LineReader() {}

    static boolean isTicket(JsonNode line) {
        return "ticket".equals(Fields.text(line, "type"));
    }

    /** Null without an id. */
    static ForeignContact contact(JsonNode line) {
        var id = Fields.text(line, "id");
        if (id == null) {
            return null;
        }
        List<Address> addresses = new ArrayList<>();
        each(line, "emails").forEach(value -> addresses.add(new Address(Handle.EMAIL, value)));
        each(line, "phones").forEach(value -> addresses.add(new Address(Handle.PHONE, value)));
        addresses.add(new Address(Handle.CUSTOMER_NUMBER, Fields.text(line, "customerNumber")));
        var details = line.path("details");
        return new ForeignContact(
                id,
                Fields.filled(Fields.text(line, "name"), 200),
                Fields.addresses(addresses.toArray(Address[]::new)),
                details.isObject() ? details(details) : null,
                Fields.language(Fields.text(line, "language")),
                Fields.time(line, "createdAt"),
                Fields.time(line, "changedAt"));
    }

    private static PersonDetails details(JsonNode details) {
        return new PersonDetails(
                Fields.filled(Fields.text(details, "givenName"), 100),
                Fields.filled(Fields.text(details, "familyName"), 100),
                Fields.filled(Fields.text(details, "birthDate"), 20),
                Fields.filled(Fields.text(details, "street"), 100),
                Fields.filled(Fields.text(details, "streetNumber"), 20),
                Fields.filled(Fields.text(details, "addressExtra"), 100),
                Fields.filled(Fields.text(details, "postalCode"), 20),
                Fields.filled(Fields.text(details, "locality"), 100),
                Fields.filled(Fields.text(details, "region"), 100),
                Fields.filled(Fields.text(details, "phone"), 40),
                Fields.filled(Fields.text(details, "email"), 254),
                null);
    }

    private static List<String> each(JsonNode line, String field) {
        List<String> texts = new ArrayList<>();
        line.path(field).forEach(one -> texts.add(Fields.text(one)));
        return texts.stream().filter(text -> text != null).limit(10).toList();
    }

    /** Null without an id, or without anybody whose it is. */
    static ForeignTicket ticket(JsonNode line) {
        var id = Fields.text(line, "id");
        var contact = line.path("contact").isObject() ? contact(line.path("contact")) : null;
        var contactId = contact == null ? Fields.text(line, "contactId") : contact.id();
        if (id == null || contactId == null) {
            return null;
        }
        var createdAt = Fields.time(line, "createdAt");
        List<Message> messages = new ArrayList<>();
        int number = 0;
        for (var one : line.path("messages")) {
            messages.add(message(one, number++, createdAt));
        }
        messages.removeIf(message -> message.at() == null);
        messages.sort(Comparator.comparing(Message::at));
        return new ForeignTicket(
                id,
                Fields.filled(Fields.text(line, "number"), 60),
                Fields.filled(Fields.text(line, "subject"), 200),
                Fields.filled(Fields.text(line, "channel"), 40),
                state(Fields.text(line, "state")),
                contactId,
                contact,
                createdAt,
                Fields.time(line, "changedAt"),
                Fields.time(line, "endedAt"),
                messages.stream().limit(ForeignTicket.MOST_MESSAGES).toList(),
                Math.max(0, messages.size() - ForeignTicket.MOST_MESSAGES));
    }

    private static Message message(JsonNode one, int number, Instant createdAt) {
        var id = Fields.text(one, "id");
        var at = Fields.time(one, "at");
        return new Message(
                id == null ? "message-" + number : id,
                at == null ? createdAt : at,
                from(Fields.text(one, "from")),
                Fields.filled(Fields.text(one, "author"), 200),
                Fields.text(one, "text"));
    }

    private static From from(String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "company", "agent" -> From.COMPANY;
            case "note" -> From.NOTE;
            default -> From.CUSTOMER;
        };
    }

    private static State state(String text) {
        return switch (text == null ? "" : text.toLowerCase(Locale.ROOT)) {
            case "ended", "closed", "solved", "resolved" -> State.ENDED;
            case "waiting", "pending" -> State.WAITING;
            default -> State.OPEN;
        };
    }
}
