/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Sender;

/** A customer who changed the number: WhatsApp itself says that the old and the new one are the same person's. */
final class NumberChange {
    private NumberChange() {}

    static Sender sender(WhatsAppUser user, JsonNode message) {
        var system = message.path("system");
        var number = system.path("wa_id").asText("");
        var id = system.path("user_id").asText("");
        var sender = user.sender();
        if (!number.isBlank()) {
            sender = sender.with(List.of(WhatsAppUser.numberHandle(number)));
        }
        return id.isBlank() ? sender : sender.with(List.of(Handle.proven(WhatsAppUser.KIND, id, "channel")));
    }
}
