/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.OutboundFile;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.channel.meta.ErrorRule;
import fi.saumaton.gateway.channel.meta.GraphClient;
import fi.saumaton.gateway.channel.meta.GraphError;
import fi.saumaton.gateway.channel.meta.SendParts;
import fi.saumaton.gateway.channel.meta.Uploads;

/** Answers on their way to WhatsApp. */
final class WhatsAppSender {
    /** How WhatsApp names messages; what only the gateway gave a name cannot be marked as read. */
    private static final String MESSAGE_ID = "wamid.";

    private final GraphClient graph;
    private final String phoneNumberId;
    private final WhatsAppBodies bodies;
    private final Function<GraphError, ErrorRule> rules;

    WhatsAppSender(
            GraphClient graph, String phoneNumberId, WhatsAppBodies bodies, Function<GraphError, ErrorRule> rules) {
        this.graph = graph;
        this.phoneNumberId = phoneNumberId;
        this.bodies = bodies;
        this.rules = rules;
    }

    Uni<DeliveryOutcome> send(Outbound message) {
        var impossible = impossible(message);
        return impossible == null
                ? Uploads.first(message.files(), this::upload, ids -> SendParts.inOrder(calls(parts(message, ids))))
                : Uni.createFrom().item(new DeliveryOutcome.FinalFailure(impossible));
    }

    /** What WhatsApp would refuse in any case, in words that help; null when nothing speaks against it. */
    private static String impossible(Outbound message) {
        var kind = message.to().kind();
        if (!kind.equals(WhatsAppUser.PHONE) && !kind.equals(WhatsAppUser.KIND)) {
            return "The customer has no address in WhatsApp";
        }
        return switch (message.content()) {
            case Content.Template template when !message.files().isEmpty() -> "A template takes no files";
            case Content.Choices choices
            when message.text().length() > WhatsAppBodies.LONGEST_CAPTION ->
                "The text beside choices may have " + WhatsAppBodies.LONGEST_CAPTION + " characters";
            default -> null;
        };
    }

    private List<JsonNode> parts(Outbound message, List<String> fileIds) {
        var parts = new ArrayList<JsonNode>();
        switch (message.content()) {
            case Content.Template template -> parts.add(bodies.template(message.to(), message.messageId(), template));
            case Content.Choices choices -> {
                files(message, fileIds, false, parts);
                parts.add(bodies.choices(message.to(), message.messageId(), message.text(), choices));
            }
            case Content.Text text -> {
                boolean caption = fitsAsCaption(message);
                if (!caption && !message.text().isBlank()) {
                    parts.add(bodies.text(message.to(), message.messageId(), message.text()));
                }
                files(message, fileIds, caption, parts);
            }
        }
        return parts;
    }

    private static boolean fitsAsCaption(Outbound message) {
        return !message.files().isEmpty()
                && !message.text().isBlank()
                && message.text().length() <= WhatsAppBodies.LONGEST_CAPTION
                && FileForm.of(message.files().getFirst().mediaType()).takesCaption();
    }

    private void files(Outbound message, List<String> ids, boolean caption, List<JsonNode> parts) {
        for (int i = 0; i < ids.size(); i++) {
            var text = caption && i == 0 ? message.text() : null;
            parts.add(bodies.file(
                    message.to(), message.messageId(), message.files().get(i), ids.get(i), text));
        }
    }

    private List<Supplier<Uni<DeliveryOutcome>>> calls(List<JsonNode> parts) {
        var calls = new ArrayList<Supplier<Uni<DeliveryOutcome>>>();
        parts.forEach(part -> calls.add(() -> graph.send(phoneNumberId + "/messages", part, "/messages/0/id", rules)));
        return calls;
    }

    private Uni<Uploads.Upload> upload(OutboundFile file) {
        var form = new GraphClient.Form(
                phoneNumberId + "/media", Map.of("messaging_product", "whatsapp", "type", file.mediaType()), "file");
        return graph.upload(form, file, "/id", rules);
    }

    /** Both need a message of the customer's to be shown at. */
    Uni<Void> signal(Signal signal) {
        var last = signal.lastMessageId();
        if (signal.kind() == Signal.Kind.TYPING_STOPPED || last == null || !last.startsWith(MESSAGE_ID)) {
            return Uni.createFrom().voidItem();
        }
        var body = bodies.read(last, signal.kind() == Signal.Kind.TYPING);
        return graph.post(phoneNumberId + "/messages", body).replaceWithVoid();
    }
}
