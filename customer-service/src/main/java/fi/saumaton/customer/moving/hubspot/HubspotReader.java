/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.hubspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

/** Reads HubSpot's JSON. */
final class HubspotReader {
    static final String CONTACT_PROPERTIES =
            "email,firstname,lastname,phone,mobilephone,address,zip,city,state,date_of_birth,hs_language,lastmodifieddate";
    static final String TICKET_PROPERTIES =
            "subject,content,createdate,closed_date,hs_lastmodifieddate,hs_pipeline_stage,source_type";
    static final List<String> MAIL_PROPERTIES =
            List.of("hs_timestamp", "hs_email_text", "hs_email_subject", "hs_email_direction", "hs_email_from_email");
    static final List<String> NOTE_PROPERTIES = List.of("hs_timestamp", "hs_note_body");

    /** The stage of the default pipeline in which the customer is asked for something. */
    private static final String WAITING_ON_CONTACT = "2";

    private static final Map<String, String> CHANNELS = Map.of("EMAIL", "email", "PHONE", "voice", "CHAT", "webchat");

    private HubspotReader() {}

    /** The mobile number is the person's own; the other one may be a switchboard's, and is a detail. */
    static ForeignContact contact(JsonNode contact) {
        var properties = contact.path("properties");
        var given = Fields.filled(Fields.text(properties, "firstname"), 100);
        var family = Fields.filled(Fields.text(properties, "lastname"), 100);
        var name = Stream.of(given, family).filter(part -> part != null).collect(Collectors.joining(" "));
        var changedAt = Fields.time(properties, "lastmodifieddate");
        return new ForeignContact(
                Fields.text(contact, "id"),
                Fields.filled(name, 200),
                Fields.addresses(
                        new Address(Handle.EMAIL, Fields.text(properties, "email")),
                        new Address(Handle.PHONE, Fields.text(properties, "mobilephone"))),
                new PersonDetails(
                        given,
                        family,
                        Fields.filled(Fields.text(properties, "date_of_birth"), 20),
                        Fields.filled(Fields.text(properties, "address"), 100),
                        null,
                        null,
                        Fields.filled(Fields.text(properties, "zip"), 20),
                        Fields.filled(Fields.text(properties, "city"), 100),
                        Fields.filled(Fields.text(properties, "state"), 100),
                        Fields.filled(Fields.text(properties, "phone"), 40),
                        null,
                        null),
                Fields.language(Fields.text(properties, "hs_language")),
                Fields.time(contact, "createdAt"),
                changedAt == null ? Fields.time(contact, "updatedAt") : changedAt);
    }

    /** @param engagements mails and notes, by their ids with their kind before */
    static ForeignTicket ticket(JsonNode ticket, Map<String, JsonNode> engagements) {
        var properties = ticket.path("properties");
        var id = Fields.text(ticket, "id");
        var createdAt = Fields.time(properties, "createdate");
        var endedAt = Fields.time(properties, "closed_date");
        List<Message> messages = new ArrayList<>();
        if (Fields.text(properties, "content") != null && createdAt != null) {
            messages.add(
                    new Message("content-" + id, createdAt, From.CUSTOMER, null, Fields.text(properties, "content")));
        }
        associated(ticket, "emails")
                .map(one -> engagements.get("emails-" + one))
                .forEach(mail -> mail(mail, messages));
        associated(ticket, "notes").map(one -> engagements.get("notes-" + one)).forEach(note -> note(note, messages));
        messages.sort(Comparator.comparing(Message::at));
        return new ForeignTicket(
                id,
                id,
                Fields.filled(Fields.text(properties, "subject"), 200),
                CHANNELS.get(Objects.toString(Fields.text(properties, "source_type"), "")),
                state(Fields.text(properties, "hs_pipeline_stage"), endedAt != null),
                associated(ticket, "contacts").findFirst().orElse(null),
                null,
                createdAt,
                Fields.time(properties, "hs_lastmodifieddate"),
                endedAt,
                messages.stream().limit(ForeignTicket.MOST_MESSAGES).toList(),
                Math.max(0, messages.size() - ForeignTicket.MOST_MESSAGES));
    }

    private static State state(String stage, boolean ended) {
        return ended ? State.ENDED : WAITING_ON_CONTACT.equals(stage) ? State.WAITING : State.OPEN;
    }

    private static void mail(JsonNode mail, List<Message> messages) {
        var at = mail == null ? null : Fields.time(mail, "properties", "hs_timestamp");
        if (at != null) {
            var direction = Fields.text(mail, "properties", "hs_email_direction");
            messages.add(new Message(
                    "email-" + Fields.text(mail, "id"),
                    at,
                    "INCOMING_EMAIL".equals(direction) ? From.CUSTOMER : From.COMPANY,
                    null,
                    Fields.text(mail, "properties", "hs_email_text")));
        }
    }

    private static void note(JsonNode note, List<Message> messages) {
        var at = note == null ? null : Fields.time(note, "properties", "hs_timestamp");
        if (at != null) {
            messages.add(new Message(
                    "note-" + Fields.text(note, "id"),
                    at,
                    From.NOTE,
                    null,
                    Fields.text(note, "properties", "hs_note_body")));
        }
    }

    static Stream<String> associated(JsonNode ticket, String kind) {
        Set<String> ids = new LinkedHashSet<>();
        ticket.path("associations").path(kind).path("results").forEach(one -> ids.add(Fields.text(one, "id")));
        ids.remove(null);
        return ids.stream();
    }

    /** Null when this was the last page. */
    static String next(JsonNode page) {
        return Fields.text(page, "paging", "next", "after");
    }
}
