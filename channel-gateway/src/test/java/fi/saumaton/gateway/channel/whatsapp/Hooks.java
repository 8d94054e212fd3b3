/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;
import java.util.Map;

import fi.saumaton.gateway.channel.RawInbound;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Hooks of the Cloud API, written from its description. */
final class Hooks {
    static final String CHANNEL = "whatsapp:service";
    static final String NUMBER_ID = "5550001";
    static final Instant RECEIVED = Instant.parse("2026-11-22T10:00:00Z");
    static final String CONTACT =
            "{\"profile\":{\"name\":\"Mikko\"},\"wa_id\":\"358401234567\",\"user_id\":\"FI.20000000000000000007\"}";

    private Hooks() {}

    static String messages(String contacts, String... messages) {
        return value("\"contacts\":[%s],\"messages\":[%s]".formatted(contacts, String.join(",", messages)));
    }

    static String statuses(String... statuses) {
        return value("\"statuses\":[%s]".formatted(String.join(",", statuses)));
    }

    static String value(String content) {
        return change("messages", content);
    }

    static String change(String field, String content) {
        return """
                {"object":"whatsapp_business_account","entry":[{"id":"900","changes":[{"field":"%s","value":{
                "messaging_product":"whatsapp","metadata":{"display_phone_number":"358941000","phone_number_id":"%s"},%s}}]}]}
                """.formatted(field, NUMBER_ID, content);
    }

    /** A message of the customer with number and id. */
    static String message(String id, String type, String content) {
        return """
                {"from":"358401234567","from_user_id":"FI.20000000000000000007","id":"%s","timestamp":"1795341600",
                "type":"%s"%s}""".formatted(id, type, content.isEmpty() ? "" : "," + content);
    }

    static RawInbound raw(String body) {
        return raw(body.getBytes(UTF_8));
    }

    static RawInbound raw(byte[] body) {
        return new RawInbound(CHANNEL, RECEIVED, "application/json", Map.of(), body);
    }
}
