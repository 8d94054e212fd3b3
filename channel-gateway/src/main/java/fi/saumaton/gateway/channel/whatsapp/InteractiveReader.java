/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.MessageKind;

/** What a customer chose or filled in: buttons, lists, forms, the leave to call. */
final class InteractiveReader {
    private static final ObjectMapper FORMS = new ObjectMapper();

    private InteractiveReader() {}

    static Said read(JsonNode body) {
        var type = body.path("type").asText("");
        var reply = body.path(type);
        return switch (type) {
            case "button_reply", "list_reply" -> Said.of(MessageKind.CHOICE, chosen(reply));
            case "nfm_reply" -> Said.of(MessageKind.CHOICE, form(reply));
            case "call_permission_reply" ->
                Said.of(
                        MessageKind.CHOICE,
                        reply.path("response").asText("").equals("accept")
                                ? "The customer allows us to call"
                                : "The customer does not allow us to call");
            default -> Said.unsupported(type.isBlank() ? "interactive" : type);
        };
    }

    private static String chosen(JsonNode reply) {
        var title = reply.path("title").asText(reply.path("id").asText(""));
        var description = reply.path("description").asText("");
        return description.isBlank() ? title : title + "\n" + description;
    }

    /** One line per field; the token only names the form's session. */
    private static String form(JsonNode reply) {
        var lines = new ArrayList<String>();
        fields(reply.path("response_json").asText("{}")).properties().forEach(field -> {
            if (!field.getKey().equals("flow_token")) {
                lines.add(field.getKey() + ": " + shown(field.getValue()));
            }
        });
        return lines.isEmpty() ? reply.path("body").asText("Form") : String.join("\n", lines);
    }

    private static String shown(JsonNode value) {
        return value.isValueNode() ? value.asText("") : value.toString();
    }

    private static JsonNode fields(String json) {
        try {
            return FORMS.readTree(json);
        } catch (JsonProcessingException e) {
            return FORMS.missingNode();
        }
    }
}
