/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.Channels;
import fi.saumaton.gateway.channel.Keeping;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.Unsupported;
import fi.saumaton.gateway.channel.Watermark;
import fi.saumaton.gateway.conversation.Arrival;
import fi.saumaton.gateway.conversation.Intake;
import fi.saumaton.gateway.delivery.ReceiptService;
import fi.saumaton.kit.event.IncomingEvent;
import fi.saumaton.kit.inbox.EventBatches;

/** Takes raw records back from {@code ingress}, lets their channel understand them, and stores what they hold: one transaction per batch. */
@ApplicationScoped
class IngressConsumer {
    private static final Set<String> TYPES = Set.of(Ingress.TYPE);

    private final EventBatches batches;
    private final BlobService blobs;
    private final Channels channels;
    private final Intake intake;
    private final ReceiptService receipts;
    private final UnsupportedRecords unsupported;

    IngressConsumer(
            EventBatches batches,
            BlobService blobs,
            Channels channels,
            Intake intake,
            ReceiptService receipts,
            UnsupportedRecords unsupported) {
        this.batches = batches;
        this.blobs = blobs;
        this.channels = channels;
        this.intake = intake;
        this.receipts = receipts;
        this.unsupported = unsupported;
    }

    @Incoming("ingress-in")
    Uni<Void> consume(ConsumerRecords<String, byte[]> records) {
        return batches.process(records, TYPES, this::take);
    }

    private Uni<Void> take(List<IncomingEvent> records) {
        var wanted = records.stream()
                .filter(record -> record.extensions().containsKey(Ingress.BLOB))
                .map(IngressConsumer::blob)
                .collect(Collectors.toSet());
        var names = records.stream()
                .map(record -> record.extensions().getOrDefault(Ingress.CHANNEL, ""))
                .collect(Collectors.toSet());
        return channels.learn(names).chain(() -> blobs.get(wanted)).chain(bodies -> {
            var arrivals = new ArrayList<Arrival>(records.size());
            var news = new ArrayList<Receipt>();
            var marks = new ArrayList<Watermark>();
            var strange = new ArrayList<Unsupported>();
            var kept = new LinkedHashMap<Keeping, List<RawInbound>>();
            for (var record : records) {
                var raw = raw(record, body(record, bodies));
                var channel = channel(raw);
                var parsed = channel.parse(raw);
                if (channel instanceof Keeping keeping) {
                    kept.computeIfAbsent(keeping, none -> new ArrayList<>()).add(raw);
                }
                parsed.messages()
                        .forEach(message -> arrivals.add(new Arrival(message, record.time(), record.traceparent())));
                news.addAll(parsed.receipts());
                marks.addAll(parsed.watermarks());
                strange.addAll(parsed.unsupported());
            }
            count(arrivals);
            return intake.receive(arrivals)
                    .chain(() -> receipts.apply(news))
                    .chain(() -> receipts.applyWatermarks(marks))
                    .chain(() -> unsupported.keep(strange))
                    .chain(() -> keep(kept));
        });
    }

    private static Uni<Void> keep(Map<Keeping, List<RawInbound>> records) {
        var chain = Uni.createFrom().voidItem();
        for (var entry : records.entrySet()) {
            chain = chain.chain(() -> entry.getKey().keep(entry.getValue()));
        }
        return chain;
    }

    private void count(List<Arrival> arrivals) {
        arrivals.stream()
                .map(Arrival::message)
                .filter(message -> message.kind() == MessageKind.UNSUPPORTED)
                .forEach(message -> unsupported.count(message.channel()));
    }

    private static RawInbound raw(IncomingEvent record, byte[] body) {
        var attributes = new HashMap<>(record.extensions());
        var name = attributes.remove(Ingress.CHANNEL);
        attributes.remove(Ingress.BLOB);
        return new RawInbound(name, record.time(), record.contentType(), attributes, body);
    }

    private Channel channel(RawInbound raw) {
        return channels.find(raw.channel())
                .orElseThrow(() -> new UnreadableInboundException("There is no channel of the record's name"));
    }

    private static byte[] body(IncomingEvent record, Map<UUID, byte[]> bodies) {
        if (!record.extensions().containsKey(Ingress.BLOB)) {
            return record.data();
        }
        var body = bodies.get(blob(record));
        if (body == null) {
            throw new UnreadableInboundException("The record's body is no longer in storage");
        }
        return body;
    }

    private static UUID blob(IncomingEvent record) {
        try {
            return UUID.fromString(record.extensions().get(Ingress.BLOB));
        } catch (IllegalArgumentException e) {
            throw new UnreadableInboundException("The record names no body", e);
        }
    }
}
