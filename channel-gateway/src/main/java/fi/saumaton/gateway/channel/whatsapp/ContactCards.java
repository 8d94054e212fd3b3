/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

/** Contacts that a customer passes on, as lines to read: who, where, how to reach them. */
final class ContactCards {
    private ContactCards() {}

    static String text(JsonNode contacts) {
        var lines = new ArrayList<String>();
        contacts.forEach(contact -> lines.add(line(contact)));
        return lines.isEmpty() ? "Contact" : String.join("\n", lines);
    }

    private static String line(JsonNode contact) {
        var parts = new ArrayList<String>();
        add(parts, contact.path("name").path("formatted_name"));
        add(parts, contact.path("org").path("company"));
        contact.path("phones").forEach(phone -> add(parts, phone.path("phone")));
        contact.path("emails").forEach(email -> add(parts, email.path("email")));
        contact.path("urls").forEach(url -> add(parts, url.path("url")));
        return parts.isEmpty() ? "Contact" : String.join(", ", parts);
    }

    private static void add(List<String> parts, JsonNode value) {
        var text = value.asText("");
        if (!text.isBlank()) {
            parts.add(text);
        }
    }
}
