/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.OutboundFile;
import fi.saumaton.gateway.channel.Signal;

/** Answers on their way to Messenger or Instagram. */
final class MessagingSender {
    private final Platform platform;
    private final GraphClient graph;
    private final String page;
    private final MessagingBodies bodies;
    private final Function<GraphError, ErrorRule> rules;
    private final Clock clock;

    /** @param page the page that sends; an Instagram account sends through the one it is linked with */
    MessagingSender(
            Platform platform,
            GraphClient graph,
            String page,
            MessagingBodies bodies,
            Function<GraphError, ErrorRule> rules,
            Clock clock) {
        this.platform = platform;
        this.graph = graph;
        this.page = page;
        this.bodies = bodies;
        this.rules = rules;
        this.clock = clock;
    }

    Uni<DeliveryOutcome> send(Outbound message) {
        var impossible = impossible(message);
        return impossible == null
                ? Uploads.first(message.files(), this::upload, ids -> SendParts.inOrder(calls(message, ids)))
                : Uni.createFrom().item(new DeliveryOutcome.FinalFailure(impossible));
    }

    /** An answer to a comment, and a message without words, cannot be told from others. */
    Uni<DeliveryOutcome> lookUp(Outbound message) {
        if (message.text().isBlank() || Comment.answered(message.inReplyTo()).isPresent()) {
            return Uni.createFrom().item(new DeliveryOutcome.Uncertain("Meta cannot be asked about this message"));
        }
        return graph.get(page + Listing.query(platform, message)).map(new Listing(message)::outcome);
    }

    private String impossible(Outbound message) {
        if (!message.to().kind().equals(platform.kind())) {
            return "The customer has no address here";
        }
        if (message.content() instanceof Content.Template) {
            return "There are no templates here";
        }
        int parts = message.files().size() + (message.text().isBlank() ? 0 : 1);
        return parts > 1 && Comment.answered(message.inReplyTo()).isPresent()
                ? "A comment can be answered with one message only: a text, or one file"
                : null;
    }

    /** Choices come last: they disappear as soon as something follows them. */
    private List<Supplier<Uni<DeliveryOutcome>>> calls(Outbound message, List<String> ids) {
        var now = clock.instant();
        var parts = new ArrayList<JsonNode>();
        for (int i = 0; i < ids.size(); i++) {
            parts.add(bodies.file(message, message.files().get(i).mediaType(), ids.get(i), now));
        }
        if (!message.text().isBlank()) {
            boolean last = message.content() instanceof Content.Choices;
            parts.add(last ? parts.size() : 0, bodies.text(message, now));
        }
        var calls = new ArrayList<Supplier<Uni<DeliveryOutcome>>>();
        parts.forEach(part -> calls.add(() -> graph.send(page + "/messages", part, "/message_id", rules)));
        return calls;
    }

    private Uni<Uploads.Upload> upload(OutboundFile file) {
        var fields = new HashMap<String, String>();
        fields.put("message", bodies.upload(file.mediaType()).toString());
        if (platform == Platform.INSTAGRAM) {
            fields.put("platform", "instagram");
        }
        return graph.upload(
                new GraphClient.Form(page + "/message_attachments", fields, "filedata"), file, "/attachment_id", rules);
    }

    Uni<Void> signal(Signal signal) {
        var action = switch (signal.kind()) {
            case TYPING -> "typing_on";
            case TYPING_STOPPED -> "typing_off";
            case READ -> "mark_seen";
        };
        return graph.post(page + "/messages", bodies.action(signal.to(), action))
                .replaceWithVoid();
    }
}
