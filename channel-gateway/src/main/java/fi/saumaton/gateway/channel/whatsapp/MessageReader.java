/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.MessageKind;

/** Reads what a customer's message says, whatever its type. What is not known here is shown as unsupported, with the type it had. */
final class MessageReader {
    private MessageReader() {}

    static Said read(JsonNode message) {
        var said = byType(message, message.path("type").asText(""));
        return origin(message, said);
    }

    private static Said byType(JsonNode message, String type) {
        var body = message.path(type);
        return switch (type) {
            case "text" -> Said.of(MessageKind.TEXT, body.path("body").asText(""));
            case "image", "video", "audio", "document", "sticker" -> MediaReader.read(type, body);
            case "location" -> Said.of(MessageKind.LOCATION, location(body));
            case "contacts" -> Said.of(MessageKind.CONTACT, ContactCards.text(body));
            case "order" -> Said.of(MessageKind.ORDER, order(body));
            case "button" -> Said.of(MessageKind.CHOICE, either(body, "text", "payload"));
            case "interactive" -> InteractiveReader.read(body);
            case "reaction" -> reaction(body);
            case "edit" -> edit(body);
            case "revoke" ->
                Said.about(body.path("original_message_id").asText(""), MessageKind.DELETED, "The message was deleted");
            case "system" -> Said.of(MessageKind.SYSTEM, either(body, "body", "type"));
            case "request_welcome" -> Said.of(MessageKind.SYSTEM, "The customer opened the chat");
            case "unsupported" -> Said.unsupported(body.path("type").asText(""));
            default -> Said.unsupported(type);
        };
    }

    private static Said reaction(JsonNode body) {
        var emoji = body.path("emoji").asText("");
        return Said.about(
                body.path("message_id").asText(""), MessageKind.REACTION, emoji.isBlank() ? "Reaction removed" : emoji);
    }

    /** The new content stands beside the old: what was said first may have been answered already. */
    private static Said edit(JsonNode body) {
        var edited =
                byType(body.path("message"), body.path("message").path("type").asText(""));
        return new Said(
                MessageKind.EDITED,
                edited.text(),
                null,
                body.path("original_message_id").asText(""),
                edited.files());
    }

    private static String location(JsonNode body) {
        var lines = new ArrayList<String>();
        addText(lines, body, "name");
        addText(lines, body, "address");
        lines.add(body.path("latitude").asText("?") + ", "
                + body.path("longitude").asText("?"));
        addText(lines, body, "url");
        return String.join("\n", lines);
    }

    private static String order(JsonNode body) {
        var lines = new ArrayList<String>();
        addText(lines, body, "text");
        for (var item : body.path("product_items")) {
            lines.add(item.path("quantity").asText("?") + " × "
                    + item.path("product_retailer_id").asText("?") + ", "
                    + item.path("item_price").asText("?") + " "
                    + item.path("currency").asText(""));
        }
        return lines.isEmpty() ? "Order" : String.join("\n", lines);
    }

    /** What the customer came from (an advertisement, a product) and that it was passed on belong to what they mean. */
    private static Said origin(JsonNode message, Said said) {
        var lines = new ArrayList<String>();
        var context = message.path("context");
        if (context.path("forwarded").asBoolean()
                || context.path("frequently_forwarded").asBoolean()) {
            lines.add("Forwarded:");
        }
        lines.add(said.text());
        var product =
                context.path("referred_product").path("product_retailer_id").asText("");
        if (!product.isBlank()) {
            lines.add("About the product " + product);
        }
        var referral = message.path("referral");
        if (referral.isObject()) {
            lines.add("Came from: " + String.join(", ", texts(referral, "headline", "body", "source_url")));
        }
        return lines.size() == 1 ? said : said.with(String.join("\n", lines));
    }

    private static List<String> texts(JsonNode node, String... fields) {
        var texts = new ArrayList<String>();
        for (var field : fields) {
            addText(texts, node, field);
        }
        return texts;
    }

    private static void addText(List<String> texts, JsonNode node, String field) {
        var text = node.path(field).asText("");
        if (!text.isBlank()) {
            texts.add(text);
        }
    }

    private static String either(JsonNode node, String first, String second) {
        var text = node.path(first).asText("");
        return text.isBlank() ? node.path(second).asText("") : text;
    }
}
