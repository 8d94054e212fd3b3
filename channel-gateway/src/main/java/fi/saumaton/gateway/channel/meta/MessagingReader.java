/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Unsupported;
import fi.saumaton.gateway.channel.Watermark;

/** Reads the events of one channel's record, and gathers what they hold. */
final class MessagingReader {
    /** About who of several apps has the conversation, or about the app itself: no words of a customer. */
    private static final Set<String> ABOUT_APPS = Set.of(
            "pass_thread_control",
            "take_thread_control",
            "request_thread_control",
            "app_roles",
            "policy-enforcement",
            "policy_enforcement",
            "account_linking");

    private static final Pattern OUR_ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Platform platform;
    private final Instant receivedAt;
    final List<Inbound> messages = new ArrayList<>();
    final List<Receipt> receipts = new ArrayList<>();
    final List<Watermark> watermarks = new ArrayList<>();
    final List<Unsupported> unsupported = new ArrayList<>();

    MessagingReader(Platform platform, Instant receivedAt) {
        this.platform = platform;
        this.receivedAt = receivedAt;
    }

    void read(String channel, JsonNode json) {
        var event = MessagingEvent.of(json);
        if (event.customer().isEmpty() || ABOUT_APPS.contains(event.what())) {
            unsupported.add(new Unsupported(channel, event.what(), json.toString()));
            return;
        }
        switch (event.what()) {
            case "delivery" -> delivered(channel, event);
            case "read" -> read(channel, event);
            case "message" -> message(channel, event);
            case "message_edit" ->
                about(
                        channel,
                        event,
                        MessageKind.EDITED,
                        event.body().path("text").asText(""));
            case "reaction" -> about(channel, event, MessageKind.REACTION, reaction(event.body()));
            case "postback" -> said(channel, event, id(event), postback(event.body()));
            case "referral" ->
                said(channel, event, id(event), system("Came from: " + MessagingContent.came(event.body())));
            case "optin" -> said(channel, event, id(event), system("The customer agreed to hear from us"));
            default -> unknown(channel, event);
        }
    }

    private void message(String channel, MessagingEvent event) {
        if (event.isEcho()) {
            echo(channel, event);
        } else if (event.body().path("is_deleted").asBoolean()) {
            about(channel, event, MessageKind.DELETED, "The message was deleted");
        } else {
            said(channel, event, id(event), MessagingContent.read(event.body()));
        }
    }

    /** An echo of ours carries our id: so a send that got no answer turns out to have gone. Those of other programs are theirs. */
    private void echo(String channel, MessagingEvent event) {
        var id = event.body().path("metadata").asText("");
        if (OUR_ID.matcher(id).matches()) {
            receipts.add(new Receipt(channel, id, Receipt.Status.SENT, null, event.at(receivedAt)));
        }
    }

    private void delivered(String channel, MessagingEvent event) {
        var at = MessagingEvent.instant(event.body().path("watermark").asLong(0), event.at(receivedAt));
        event.body()
                .path("mids")
                .forEach(mid -> receipts.add(new Receipt(channel, mid.asText(""), Receipt.Status.DELIVERED, null, at)));
        if (event.body().has("watermark")) {
            watermarks.add(new Watermark(channel, handle(event), Receipt.Status.DELIVERED, at));
        }
    }

    private void read(String channel, MessagingEvent event) {
        var at = MessagingEvent.instant(event.body().path("watermark").asLong(0), event.at(receivedAt));
        var mid = event.body().path("mid").asText("");
        if (mid.isBlank()) {
            watermarks.add(new Watermark(channel, handle(event), Receipt.Status.READ, at));
        } else {
            receipts.add(new Receipt(channel, mid, Receipt.Status.READ, null, at));
        }
    }

    private void said(String channel, MessagingEvent event, String id, MessagingContent content) {
        var answered = event.body().path("reply_to").path("mid").asText("");
        add(channel, event, id, content, answered);
    }

    /** Something about an earlier message, which the id of this one must not be taken for. */
    private void about(String channel, MessagingEvent event, MessageKind kind, String text) {
        var mid = event.body().path("mid").asText("");
        var id = event.composedId() + ":" + kind.wire() + ":"
                + event.body().path("num_edit").asText("");
        add(channel, event, id, MessagingContent.of(kind, text), mid);
    }

    private void unknown(String channel, MessagingEvent event) {
        var what = event.what().isEmpty() ? "[Unsupported message]" : "[Unsupported message: " + event.what() + "]";
        add(channel, event, event.composedId(), MessagingContent.of(MessageKind.UNSUPPORTED, what), "");
    }

    private void add(String channel, MessagingEvent event, String id, MessagingContent content, String answered) {
        var from = handle(event);
        messages.add(new Inbound(
                channel,
                id,
                from,
                new Sender(List.of(from), null),
                "",
                answered.isBlank() ? List.of() : List.of(answered),
                null,
                null,
                null,
                content.text(),
                content.fullText(),
                null,
                content.files(),
                false,
                content.kind(),
                content.kind() == MessageKind.UNSUPPORTED ? event.json().toString() : null,
                event.at(receivedAt)));
    }

    private Handle handle(MessagingEvent event) {
        return Handle.proven(platform.kind(), event.customer(), "channel");
    }

    private static String id(MessagingEvent event) {
        var mid = event.body().path("mid").asText("");
        return mid.isBlank() ? event.composedId() : mid;
    }

    private static MessagingContent postback(JsonNode postback) {
        var chosen = postback.path("title").asText(postback.path("payload").asText("[Button]"));
        var referral = postback.path("referral");
        return new MessagingContent(
                MessageKind.CHOICE,
                chosen,
                referral.isObject() ? chosen + "\nCame from: " + MessagingContent.came(referral) : null,
                List.of());
    }

    private static MessagingContent system(String text) {
        return MessagingContent.of(MessageKind.SYSTEM, text);
    }

    private static String reaction(JsonNode reaction) {
        return reaction.path("action").asText("").equals("unreact")
                ? "Reaction removed"
                : reaction.path("emoji").asText(reaction.path("reaction").asText("Reaction"));
    }
}
