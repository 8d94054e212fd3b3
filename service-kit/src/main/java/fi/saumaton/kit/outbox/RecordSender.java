/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.impl.ContextInternal;

/**
 * Sends records and waits for all acknowledgements, as long as it takes. Many records are one hop to its thread and one
 * back, a fraction of what a message emitter costs per record. A thread of its own, since a producer's {@code send}
 * blocks while Kafka has not been found or its buffer is full.
 */
public final class RecordSender {

    private static final Logger LOG = Logger.getLogger(RecordSender.class);
    private static final Duration CLOSING = Duration.ofSeconds(2);

    /** Longer than any outage: a record given up would be overtaken by the next of its aggregate. */
    private static final int FOR_EVER_MS = Integer.MAX_VALUE;

    private final Map<String, Object> settings;
    private final ExecutorService thread;
    private KafkaProducer<String, byte[]> producer;

    /** A sender with the application's Kafka settings ({@code kafka.*}). */
    RecordSender(Map<String, Object> kafka, String clientId) {
        this.settings = settings(kafka, clientId);
        this.thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name(clientId).daemon().factory());
    }

    private static Map<String, Object> settings(Map<String, Object> kafka, String clientId) {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.put(ProducerConfig.CLIENT_ID_CONFIG, clientId);
        settings.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class.getName());
        settings.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class.getName());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, FOR_EVER_MS);
        // A list is handed over within a millisecond: long enough to go out together, too short to be felt.
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        settings.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        settings.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        return settings;
    }

    /** Sends the records in their order; completes on the caller's context when Kafka has acknowledged every one. */
    public Uni<Void> send(List<ProducerRecord<String, byte[]>> records) {
        return Uni.createFrom()
                .emitter(
                        emitter -> deliver(records).onSuccess(emitter::complete).onFailure(emitter::fail));
    }

    /** The same for callers that live on futures. */
    Future<Void> deliver(List<ProducerRecord<String, byte[]>> records) {
        if (records.isEmpty()) {
            return Future.succeededFuture();
        }
        ContextInternal context = ContextInternal.current();
        Promise<Void> outcome = context == null ? Promise.promise() : context.promise();
        try {
            thread.execute(() -> hand(records, new Delivery(records.size(), outcome)));
        } catch (RejectedExecutionException e) {
            outcome.fail(new IllegalStateException("The sender is closed", e));
        }
        return outcome.future();
    }

    private void hand(List<ProducerRecord<String, byte[]>> records, Delivery delivery) {
        int handed = 0;
        try {
            for (ProducerRecord<String, byte[]> record : records) {
                producer().send(record, (metadata, failure) -> delivery.done(1, failure));
                handed++;
            }
        } catch (RuntimeException e) {
            // Nothing after the one that failed may go out: it would overtake it.
            delivery.done(records.size() - handed, e);
            renew();
        }
    }

    private KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            producer = new KafkaProducer<>(settings);
        }
        return producer;
    }

    /** A producer can be left unusable by its failure (fenced, unauthorised); a new one is cheap beside a stuck slot. */
    private void renew() {
        if (producer != null) {
            LOG.warn("Kafka producer failed; a new one takes its place");
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    void close() {
        thread.execute(() -> {
            if (producer != null) {
                producer.close(CLOSING);
            }
        });
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSING.toMillis() * 2, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Counts acknowledgements; the first failure is the outcome, told only when nothing is under way any more. */
    private static final class Delivery {

        private final AtomicInteger open;
        private final AtomicReference<Throwable> failure = new AtomicReference<>();
        private final Promise<Void> outcome;

        Delivery(int records, Promise<Void> outcome) {
            this.open = new AtomicInteger(records);
            this.outcome = outcome;
        }

        void done(int records, Throwable problem) {
            if (problem != null) {
                failure.compareAndSet(null, problem);
            }
            if (open.addAndGet(-records) == 0) {
                finish();
            }
        }

        private void finish() {
            Throwable problem = failure.get();
            if (problem == null) {
                outcome.complete();
            } else {
                outcome.fail(problem);
            }
        }
    }
}
