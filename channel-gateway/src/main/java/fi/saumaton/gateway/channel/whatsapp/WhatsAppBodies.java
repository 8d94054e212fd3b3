/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.OutboundFile;

/** What the Cloud API is given to send. Each message carries our id as its tracker, which comes back with every status. */
final class WhatsAppBodies {
    /** The longest text beside a file or choices. */
    static final int LONGEST_CAPTION = 1024;

    private static final String TEXT = "text";

    private final ObjectMapper mapper;
    private final String listButton;

    /** @param listButton what opens a list, 20 characters at most */
    WhatsAppBodies(ObjectMapper mapper, String listButton) {
        this.mapper = mapper;
        this.listButton = listButton;
    }

    ObjectNode text(Handle to, UUID messageId, String text) {
        var body = message(to, messageId, TEXT);
        body.putObject(TEXT).put("preview_url", true).put("body", text);
        return body;
    }

    /** Parameters that are only counted keep their order, others are sent by name. */
    ObjectNode template(Handle to, UUID messageId, Content.Template template) {
        var body = message(to, messageId, "template");
        var sent = body.putObject("template").put("name", template.name());
        sent.putObject("language").put("code", template.language());
        if (!template.parameters().isEmpty()) {
            var parameters =
                    sent.putArray("components").addObject().put("type", "body").putArray("parameters");
            template.parameters().entrySet().stream()
                    .sorted(Map.Entry.comparingByKey(WhatsAppBodies::inOrder))
                    .forEach(parameter -> {
                        var one = parameters.addObject().put("type", TEXT);
                        if (!isNumber(parameter.getKey())) {
                            one.put("parameter_name", parameter.getKey());
                        }
                        one.put(TEXT, parameter.getValue());
                    });
        }
        return body;
    }

    /** Few and short ones are buttons, else it is a list. */
    ObjectNode choices(Handle to, UUID messageId, String text, Content.Choices choices) {
        var body = message(to, messageId, "interactive");
        var interactive = body.putObject("interactive");
        boolean buttons = ChoiceForm.areButtons(choices.options());
        interactive.put("type", buttons ? "button" : "list").putObject("body").put(TEXT, text);
        var action = interactive.putObject("action");
        if (buttons) {
            var list = action.putArray("buttons");
            choices.options()
                    .forEach(option -> list.addObject()
                            .put("type", "reply")
                            .putObject("reply")
                            .put("id", option.id())
                            .put("title", option.title()));
        } else {
            var rows = action.put("button", listButton)
                    .putArray("sections")
                    .addObject()
                    .putArray("rows");
            choices.options().forEach(option -> ChoiceForm.row(rows.addObject(), option));
        }
        return body;
    }

    /** @param caption null for none */
    ObjectNode file(Handle to, UUID messageId, OutboundFile file, String mediaId, String caption) {
        var type = FileForm.of(file.mediaType());
        var body = message(to, messageId, type.wire());
        var media = body.putObject(type.wire()).put("id", mediaId);
        if (caption != null) {
            media.put("caption", caption);
        }
        if (type == FileForm.DOCUMENT) {
            media.put("filename", file.name());
        }
        return body;
    }

    /** WhatsApp shows typing only together with the mark that the message was read. */
    ObjectNode read(String messageId, boolean typing) {
        var body = mapper.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("status", "read")
                .put("message_id", messageId);
        if (typing) {
            body.putObject("typing_indicator").put("type", TEXT);
        }
        return body;
    }

    /** A number goes by {@code to}, WhatsApp's own id of a user by {@code recipient}. */
    private ObjectNode message(Handle to, UUID messageId, String type) {
        return mapper.createObjectNode()
                .put("messaging_product", "whatsapp")
                .put("recipient_type", "individual")
                .put(to.kind().equals(WhatsAppUser.PHONE) ? "to" : "recipient", to.value())
                .put("type", type)
                .put("biz_opaque_callback_data", messageId.toString());
    }

    private static int inOrder(String one, String other) {
        return isNumber(one) && isNumber(other)
                ? Integer.compare(Integer.parseInt(one), Integer.parseInt(other))
                : one.compareTo(other);
    }

    private static boolean isNumber(String name) {
        return name.matches("[0-9]{1,3}");
    }
}
