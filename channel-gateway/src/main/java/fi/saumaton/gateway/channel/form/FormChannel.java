/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.form;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One contact form. */
final class FormChannel implements Channel {
    static final String KIND = "form";

    private static final int LONGEST_TEXT = 100_000;
    private static final String EMAIL = "email";
    private static final Capabilities CAPABILITIES =
            Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.SAME_ID).build();

    private final String name;
    private final FormLimits limits;
    private final Optional<String> answerBy;
    private final Channels channels;
    private final ObjectReader reader;

    /** {@code channels}: asked when an answer goes out, since mail is a channel as well. */
    FormChannel(String name, FormConfig.Form form, Channels channels, ObjectMapper mapper) {
        this.name = name;
        this.limits = new FormLimits(form.perAddress(), form.perMinute());
        this.answerBy = form.answerBy();
        this.channels = channels;
        this.reader = mapper.readerFor(Entry.class);
    }

    /**
     * A record of the ingress topic.
     *
     * @param receipt what the writer knows their message by; unguessable
     */
    @RegisterForReflection
    record Entry(UUID receipt, FormMessage message) {}

    FormLimits limits() {
        return limits;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    /** A thread of its own: whoever types another's address gets into none of their conversations. */
    @Override
    public Parsed parse(RawInbound raw) {
        var entry = read(raw.body());
        var message = entry.message();
        var handles = handles(message);
        var receipt = entry.receipt().toString();
        return Parsed.message(new Inbound(
                name,
                receipt,
                handles.getFirst(),
                new Sender(handles, message.name()),
                receipt,
                List.of(),
                null,
                message.subject(),
                null,
                message.text(),
                null,
                null,
                List.of(),
                false,
                raw.receivedAt()));
    }

    private static List<Handle> handles(FormMessage message) {
        var handles = new ArrayList<Handle>();
        if (FormMessage.isGiven(message.email())) {
            handles.add(Handle.claimed(EMAIL, message.email().strip().toLowerCase(Locale.ROOT)));
        }
        if (FormMessage.isGiven(message.phone())) {
            handles.add(Handle.claimed("phone", message.phone().strip()));
        }
        if (FormMessage.isGiven(message.customerNumber())) {
            handles.add(
                    Handle.claimed("customer-number", message.customerNumber().strip()));
        }
        return handles;
    }

    /** The mail's own: an answer to it names this one. */
    @Override
    public String outgoingId(UUID messageId) {
        return mail().map(channel -> channel.outgoingId(messageId)).orElseGet(messageId::toString);
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        if (!message.to().kind().equals(EMAIL)) {
            return failure("They left no e-mail address: call them");
        }
        return mail().map(channel -> channel.send(asMail(message, channel.name())))
                .orElseGet(() -> failure("The form has no mailbox to answer from"));
    }

    private Optional<Channel> mail() {
        return answerBy.flatMap(channels::find);
    }

    /** Not a reply to a mail: none has come. */
    private static Outbound asMail(Outbound message, String channel) {
        return new Outbound(
                message.messageId(),
                message.conversationId(),
                channel,
                message.reference(),
                message.to(),
                message.toName(),
                message.subject(),
                message.text(),
                message.authorName(),
                null,
                message.references().stream().filter(id -> id.startsWith("<")).toList(),
                message.attempt(),
                message.content(),
                message.files(),
                message.byPerson(),
                message.customerWroteAt());
    }

    private static Uni<DeliveryOutcome> failure(String reason) {
        return Uni.createFrom().item(new DeliveryOutcome.FinalFailure(reason));
    }

    private Entry read(byte[] body) {
        try {
            return reader.readValue(body);
        } catch (IOException e) {
            throw new UnreadableInboundException("The form is not readable as JSON", e);
        }
    }
}
