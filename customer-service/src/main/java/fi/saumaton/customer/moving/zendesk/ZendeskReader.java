/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.zendesk;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

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

/** Reads Zendesk's JSON. */
final class ZendeskReader {
    private static final Map<String, String> CHANNELS = Map.of(
            "email",
            "email",
            "voice",
            "voice",
            "chat",
            "webchat",
            "native_messaging",
            "webchat",
            "whatsapp",
            "whatsapp",
            "sms",
            "sms",
            "facebook",
            "messenger",
            "instagram_dm",
            "instagram",
            "twitter",
            "x");

    private ZendeskReader() {}

    /** A user; a phone number that Zendesk marks as shared is a detail, and nobody's own. */
    static ForeignContact contact(JsonNode user) {
        var phone = Fields.text(user, "phone");
        boolean shared = user.path("shared_phone_number").asBoolean(false);
        var details = shared && phone != null && phone.length() <= 40
                ? new PersonDetails(null, null, null, null, null, null, null, null, null, phone, null, null)
                : null;
        return new ForeignContact(
                Fields.text(user, "id"),
                Fields.filled(Fields.text(user, "name"), 200),
                Fields.addresses(
                        new Address(Handle.EMAIL, Fields.text(user, "email")),
                        new Address(Handle.PHONE, shared ? null : phone),
                        new Address(Handle.CUSTOMER_NUMBER, Fields.text(user, "external_id"))),
                details,
                Fields.language(Fields.text(user, "locale")),
                Fields.time(user, "created_at"),
                Fields.time(user, "updated_at"));
    }

    static boolean isCustomer(JsonNode user) {
        return "end-user".equals(Fields.text(user, "role"));
    }

    /** @param users by id, all that the ticket and its comments name as far as they are there */
    static ForeignTicket ticket(JsonNode ticket, List<JsonNode> comments, Map<String, JsonNode> users) {
        var requester = Fields.text(ticket, "requester_id");
        var known = requester == null ? null : users.get(requester);
        var state = state(Fields.text(ticket, "status"));
        var changedAt = Fields.time(ticket, "updated_at");
        List<Message> messages = new ArrayList<>();
        comments.stream()
                .filter(comment -> Fields.text(comment, "id") != null && Fields.time(comment, "created_at") != null)
                .limit(ForeignTicket.MOST_MESSAGES)
                .forEach(comment -> messages.add(message(comment, requester, users)));
        return new ForeignTicket(
                Fields.text(ticket, "id"),
                Fields.text(ticket, "id"),
                Fields.filled(Fields.text(ticket, "subject"), 200),
                CHANNELS.get(Objects.toString(Fields.text(ticket, "via", "channel"), "")),
                state,
                requester,
                known == null ? null : contact(known),
                Fields.time(ticket, "created_at"),
                changedAt,
                state == State.ENDED ? changedAt : null,
                List.copyOf(messages),
                Math.max(0, comments.size() - ForeignTicket.MOST_MESSAGES));
    }

    private static Message message(JsonNode comment, String requester, Map<String, JsonNode> users) {
        var author = Fields.text(comment, "author_id");
        var user = author == null ? null : users.get(author);
        boolean customer = user == null ? author != null && author.equals(requester) : isCustomer(user);
        var text = Fields.text(comment, "plain_body");
        return new Message(
                Fields.text(comment, "id"),
                Fields.time(comment, "created_at"),
                !comment.path("public").asBoolean(true) ? From.NOTE : customer ? From.CUSTOMER : From.COMPANY,
                user == null ? null : Fields.filled(Fields.text(user, "name"), 200),
                text == null ? Fields.text(comment, "body") : text);
    }

    /** Webhooks write states in upper case. */
    static State state(String status) {
        return switch (status == null ? "" : status.toLowerCase(Locale.ROOT)) {
            case "solved", "closed", "deleted" -> State.ENDED;
            case "pending" -> State.WAITING;
            default -> State.OPEN;
        };
    }

    /** Everybody whom tickets and comments name. */
    static Set<String> people(List<JsonNode> tickets, Map<String, List<JsonNode>> comments) {
        Set<String> people = new LinkedHashSet<>();
        for (var ticket : tickets) {
            people.add(Fields.text(ticket, "requester_id"));
            comments.getOrDefault(Fields.text(ticket, "id"), List.of())
                    .forEach(comment -> people.add(Fields.text(comment, "author_id")));
        }
        people.remove(null);
        return people;
    }

    static List<JsonNode> all(JsonNode page, String field) {
        List<JsonNode> all = new ArrayList<>();
        page.path(field).forEach(all::add);
        return all;
    }

    static Map<String, JsonNode> byId(List<JsonNode> nodes) {
        Map<String, JsonNode> byId = new LinkedHashMap<>();
        nodes.forEach(node -> byId.put(Fields.text(node, "id"), node));
        return byId;
    }

    /** Null when there were no more changes. */
    static String nextChange(JsonNode page) {
        return page.path("end_of_stream").asBoolean(true) ? null : Fields.text(page, "after_cursor");
    }

    /** Null when this was the last page. */
    static String next(JsonNode page) {
        return page.path("meta").path("has_more").asBoolean(false) ? Fields.text(page, "meta", "after_cursor") : null;
    }
}
