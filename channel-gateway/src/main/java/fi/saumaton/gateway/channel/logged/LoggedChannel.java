/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.logged;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One place that contacts are logged from. */
final class LoggedChannel implements Channel {
    static final String KIND = "logged";

    private static final int LONGEST_TEXT = 20_000;
    private static final Capabilities CAPABILITIES =
            Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.SAME_ID).build();

    private final String name;
    private final String title;
    private final ObjectReader reader;

    LoggedChannel(String name, String title, ObjectMapper mapper) {
        this.name = name;
        this.title = title;
        this.reader = mapper.readerFor(Entry.class);
    }

    /**
     * A record of the ingress topic: what was written down, and by whom.
     *
     * @param id the same again is stored once
     */
    @RegisterForReflection
    record Entry(String id, LoggedContact contact, Instant occurredAt, String writer) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Parsed parse(RawInbound raw) {
        var entry = read(raw.body());
        var contact = entry.contact();
        var from = Handle.claimed(
                contact.from().kind(), contact.from().value().strip().toLowerCase(Locale.ROOT));
        return Parsed.message(new Inbound(
                name,
                entry.id(),
                from,
                new Sender(List.of(from), contact.from().displayName()),
                "",
                List.of(),
                null,
                title + ", logged by " + entry.writer(),
                null,
                contact.text(),
                null,
                null,
                List.of(),
                !contact.replyDue(),
                MessageKind.TEXT,
                null,
                entry.occurredAt()));
    }

    /** What the desk writes here has been said there already, or is going to be: there is nothing to send. */
    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return Uni.createFrom().item(DeliveryOutcome.sent());
    }

    private Entry read(byte[] body) {
        try {
            return reader.readValue(body);
        } catch (IOException e) {
            throw new UnreadableInboundException("The entry is not readable as JSON", e);
        }
    }
}
