/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.trace.Traces;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** The one way in: raw payloads become durable here, and are understood later. */
@ApplicationScoped
public class Ingress {
    /** The CloudEvents type of every record. */
    static final String TYPE = "fi.saumaton.ingress.received.v1";
    /** Extensions besides the door's own attributes. */
    static final String CHANNEL = "channel";

    static final String BLOB = "blob";

    private static final Logger LOG = Logger.getLogger(Ingress.class);
    private static final byte[] SPEC_VERSION = bytes("1.0");
    private static final byte[] SOURCE = bytes("/saumaton/channel-gateway");
    private static final byte[] TYPE_BYTES = bytes(TYPE);
    private static final byte[] NOTHING = {};

    private final IngressLog log;
    private final BlobService blobs;
    private final IngressConfig config;

    Ingress(IngressLog log, BlobService blobs, IngressConfig config) {
        this.log = log;
        this.blobs = blobs;
        this.config = config;
    }

    /**
     * Completes once Kafka has the record on all its replicas. Fails within two seconds with a problem (503, Retry-After) when it has not; it may be there
     * nevertheless, and coming again does no harm: what it holds is stored once.
     *
     * @param senderKey the sender's handle; records of one sender in one channel keep their order
     */
    public Uni<Void> append(RawInbound raw, String senderKey) {
        return append(raw, senderKey, null);
    }

    /** {@code keep}: how long the body may be kept at most, null for as long as any. A body that Kafka would keep longer goes beside it. */
    public Uni<Void> append(RawInbound raw, String senderKey, Duration keep) {
        if (keep == null && raw.body().length <= config.largestRecord()) {
            return send(raw, senderKey, null);
        }
        return blobs.put(raw.body(), keep == null ? null : raw.receivedAt().plus(keep))
                .onFailure()
                .transform(failure -> refused("The storage for bodies beside Kafka", failure))
                .chain(blob -> send(raw, senderKey, blob.toString()));
    }

    private Uni<Void> send(RawInbound raw, String senderKey, String blob) {
        return Uni.createFrom().emitter(emitter -> {
            var context = Vertx.currentContext();
            log.send(
                    record(raw, senderKey, blob),
                    failure -> on(context, () -> {
                        if (failure == null) {
                            emitter.complete(null);
                        } else {
                            emitter.fail(refused("Kafka", failure));
                        }
                    }));
        });
    }

    private static void on(Context context, Runnable action) {
        if (context == null) {
            action.run();
        } else {
            context.runOnContext(nothing -> action.run());
        }
    }

    private ProducerRecord<String, byte[]> record(RawInbound raw, String senderKey, String blob) {
        var key = raw.channel() + '|' + senderKey;
        var record = new ProducerRecord<>(config.topic(), key, blob == null ? raw.body() : NOTHING);
        var headers = record.headers();
        headers.add("ce_specversion", SPEC_VERSION);
        headers.add("ce_source", SOURCE);
        headers.add("ce_type", TYPE_BYTES);
        add(headers, "ce_id", Ids.next().toString());
        add(headers, "ce_time", raw.receivedAt().toString());
        add(headers, "content-type", raw.contentType());
        add(headers, "ce_" + CHANNEL, raw.channel());
        if (blob != null) {
            add(headers, "ce_" + BLOB, blob);
        }
        for (Map.Entry<String, String> attribute : raw.attributes().entrySet()) {
            add(headers, "ce_" + attribute.getKey(), attribute.getValue());
        }
        var trace = Traces.current();
        if (trace != null) {
            add(headers, "traceparent", trace);
        }
        return record;
    }

    private static Problem refused(String what, Throwable failure) {
        LOG.warnf("%s did not take a message: %s", what, failure.getClass().getSimpleName());
        return new Problem(CommonProblem.UNAVAILABLE, "The message could not be accepted just now; send it again")
                .header("Retry-After", "2");
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
