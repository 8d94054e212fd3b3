/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.visit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One place that people come to. */
final class VisitChannel implements Channel {
    static final String KIND = "visit";

    /** What fits on a tablet. */
    private static final int LONGEST_TEXT = 500;

    private static final Capabilities CAPABILITIES =
            Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.SAME_ID).build();

    private final String name;
    private final VisitConfig.Place place;
    private final ObjectReader reader;

    VisitChannel(String name, VisitConfig.Place place, ObjectMapper mapper) {
        this.name = name;
        this.place = place;
        this.reader = mapper.readerFor(Entry.class);
    }

    /** A record of the ingress topic. {@code visit}: its id; the same again is stored once. */
    @RegisterForReflection
    record Entry(UUID visit, Announcement announcement) {}

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    Duration acknowledgeWithin() {
        return place.acknowledgeWithin();
    }

    /** In constant time. Nobody has the key of a place that has none. */
    boolean isKey(String given) {
        return given != null
                && place.deviceKey()
                        .map(key -> MessageDigest.isEqual(
                                key.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8)))
                        .orElse(false);
    }

    /** A thread of its own each time: who stands there today is not who stood there yesterday. */
    @Override
    public Parsed parse(RawInbound raw) {
        var entry = read(raw.body());
        var visit = entry.visit().toString();
        var handles = entry.announcement().handles(entry.visit());
        return Parsed.message(new Inbound(
                name,
                visit,
                handles.getFirst(),
                new Sender(handles, entry.announcement().name()),
                visit,
                List.of(),
                null,
                place.title(),
                null,
                entry.announcement().text(),
                null,
                null,
                List.of(),
                false,
                raw.receivedAt()));
    }

    /** The place's tablet shows it: it asks for the visit. */
    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return Uni.createFrom().item(DeliveryOutcome.sent());
    }

    private Entry read(byte[] body) {
        try {
            return reader.readValue(body);
        } catch (IOException e) {
            throw new UnreadableInboundException("The visit is not readable as JSON", e);
        }
    }
}
