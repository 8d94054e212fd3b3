/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Sender;

/**
 * The customer of an update.
 *
 * @param userId WhatsApp's id of the user for this business; null in what was sent before spring 2026
 * @param number the phone number in digits; null when the customer hides it behind a user name
 * @param name what they call themselves, else their user name; null when neither came
 */
record WhatsAppUser(String userId, String number, String name) {
    static final String KIND = "whatsapp";
    static final String PHONE = "phone";

    private static final String CHANNEL = "channel";
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{6,14}");

    /** Who sent a message: {@code from}, {@code from_user_id}, or the only contact that goes with it. */
    static WhatsAppUser sender(Contacts contacts, JsonNode message) {
        return of(contacts, text(message, "from_user_id"), text(message, "from"));
    }

    /** To whom a status's message went. */
    static WhatsAppUser recipient(Contacts contacts, JsonNode status) {
        return of(contacts, text(status, "recipient_user_id"), text(status, "recipient_id"));
    }

    static WhatsAppUser of(Contacts contacts, String userId, String number) {
        var contact = contacts.find(userId, number);
        var profile = contact.path("profile");
        var userName = text(profile, "username");
        var name = text(profile, "name");
        return new WhatsAppUser(
                userId == null ? text(contact, "user_id") : userId,
                number == null ? text(contact, "wa_id") : number,
                name == null && userName != null ? "@" + userName : name);
    }

    private static String text(JsonNode node, String field) {
        var text = node.path(field).asText("");
        return text.isBlank() ? null : text;
    }

    boolean isKnown() {
        return userId != null || number != null;
    }

    /** What keeps one customer's updates in order; not for showing. */
    String key() {
        return userId == null ? String.valueOf(number) : userId;
    }

    /** The id stays while the customer shows or hides the number, so it is where answers go if there is one. */
    Handle from() {
        return userId == null ? numberHandle(number) : Handle.proven(KIND, userId, CHANNEL);
    }

    /** WhatsApp vouches for the number as for the id, and that both are one person's. */
    Sender sender() {
        var handles = new ArrayList<Handle>();
        handles.add(from());
        if (userId != null && number != null) {
            handles.add(numberHandle(number));
        }
        return new Sender(List.copyOf(handles), name);
    }

    static Handle numberHandle(String number) {
        return DIGITS.matcher(number).matches()
                ? Handle.proven(PHONE, "+" + number, CHANNEL)
                : Handle.proven(KIND, number, CHANNEL);
    }
}
