/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.freshdesk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

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

/** Reads Freshdesk's JSON. */
final class FreshdeskReader {
    static final int OPEN = 2;
    static final int RESOLVED = 4;

    private static final Map<Integer, String> CHANNELS = Map.of(1, "email", 3, "voice", 7, "webchat", 13, "whatsapp");

    private FreshdeskReader() {}

    /** The mobile number is the person's own; the work phone may be a switchboard's, and is a detail. */
    static ForeignContact contact(JsonNode contact) {
        var phone = Fields.filled(Fields.text(contact, "phone"), 40);
        return new ForeignContact(
                Fields.text(contact, "id"),
                Fields.filled(Fields.text(contact, "name"), 200),
                Fields.addresses(
                        new Address(Handle.EMAIL, Fields.text(contact, "email")),
                        new Address(Handle.PHONE, Fields.text(contact, "mobile")),
                        new Address(Handle.CUSTOMER_NUMBER, Fields.text(contact, "unique_external_id"))),
                phone == null
                        ? null
                        : new PersonDetails(null, null, null, null, null, null, null, null, null, phone, null, null),
                Fields.language(Fields.text(contact, "language")),
                Fields.time(contact, "created_at"),
                Fields.time(contact, "updated_at"));
    }

    /** The description is the first message; who began the ticket wrote it. */
    static ForeignTicket ticket(JsonNode ticket, List<JsonNode> conversations) {
        var id = Fields.text(ticket, "id");
        var requester = Fields.text(ticket, "requester_id");
        var createdAt = Fields.time(ticket, "created_at");
        var changedAt = Fields.time(ticket, "updated_at");
        var state = state(ticket.path("status").asInt());
        List<Message> messages = new ArrayList<>();
        var description = Fields.text(ticket, "description_text");
        if (description != null && createdAt != null) {
            messages.add(new Message("description-" + id, createdAt, From.CUSTOMER, null, description));
        }
        conversations.stream()
                .filter(one -> Fields.text(one, "id") != null && Fields.time(one, "created_at") != null)
                .map(FreshdeskReader::message)
                .sorted(Comparator.comparing(Message::at))
                .limit(ForeignTicket.MOST_MESSAGES)
                .forEach(messages::add);
        return new ForeignTicket(
                id,
                id,
                Fields.filled(Fields.text(ticket, "subject"), 200),
                CHANNELS.get(ticket.path("source").asInt()),
                state,
                requester,
                ticket.path("requester").has("id") ? contact(ticket.path("requester")) : null,
                createdAt,
                changedAt,
                state == State.ENDED ? changedAt : null,
                List.copyOf(messages),
                Math.max(0, conversations.size() - ForeignTicket.MOST_MESSAGES));
    }

    private static Message message(JsonNode one) {
        boolean hidden = one.path("private").asBoolean(false);
        boolean incoming = one.path("incoming").asBoolean(false);
        return new Message(
                Fields.text(one, "id"),
                Fields.time(one, "created_at"),
                hidden ? From.NOTE : incoming ? From.CUSTOMER : From.COMPANY,
                null,
                Fields.text(one, "body_text"));
    }

    /** 2 open, 3 pending, 4 resolved, 5 closed; others are the company's own, and go on. */
    private static State state(int status) {
        return switch (status) {
            case 4, 5 -> State.ENDED;
            case 3 -> State.WAITING;
            default -> State.OPEN;
        };
    }
}
