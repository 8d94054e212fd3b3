/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.ingress;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;

/**
 * The producer behind the doors: acks=all, short patience. It never blocks an event loop: a send can only block on missing metadata or on a full buffer, so
 * the first happens on a worker thread, until the topic is known, and the second is refused before it can.
 */
@ApplicationScoped
class IngressLog {
    private static final Logger LOG = Logger.getLogger(IngressLog.class);
    private static final long BUFFER_RESERVE = 2;
    private static final int MOST_ASKING = 8;

    private final KafkaProducer<String, byte[]> producer;
    private final KafkaClientMetrics metrics;
    private final IngressConfig config;
    private final Vertx vertx;
    private final AtomicLong inFlight = new AtomicLong();
    private final AtomicInteger asking = new AtomicInteger();
    private volatile boolean topicKnown;

    IngressLog(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            IngressConfig config,
            MeterRegistry registry,
            Vertx vertx) {
        this.config = config;
        this.vertx = vertx;
        this.producer =
                new KafkaProducer<>(properties(kafka, config), new StringSerializer(), new ByteArraySerializer());
        this.metrics = new KafkaClientMetrics(producer);
        metrics.bindTo(registry);
        registry.gauge("ingress.in.flight.bytes", inFlight);
    }

    /** On top of what is configured as {@code kafka.*}: where the brokers are, and by which certificate they know us. */
    private static Map<String, Object> properties(Map<String, Object> kafka, IngressConfig config) {
        var properties = new HashMap<>(kafka);
        properties.put(ProducerConfig.CLIENT_ID_CONFIG, "channel-gateway-ingress");
        properties.put(ProducerConfig.ACKS_CONFIG, "all");
        properties.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        properties.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
        properties.put(ProducerConfig.BUFFER_MEMORY_CONFIG, config.inFlight() * BUFFER_RESERVE);
        properties.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int)
                config.timeout().toMillis());
        properties.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) config.timeout().toMillis());
        properties.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, config.timeout().toMillis());
        properties.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
        // A topic forgotten for lack of traffic would have to be asked for again, on the caller's thread.
        properties.put(ProducerConfig.METADATA_MAX_IDLE_CONFIG, Integer.MAX_VALUE);
        return properties;
    }

    /** What is not sent in time is refused. {@code done} gets null or the failure, on a thread of the producer or at once. */
    void send(ProducerRecord<String, byte[]> record, Consumer<Exception> done) {
        long size = record.value().length;
        if (inFlight.addAndGet(size) > config.inFlight()) {
            inFlight.addAndGet(-size);
            done.accept(new KafkaException("Too much is on its way to Kafka"));
            return;
        }
        Consumer<Exception> landed = failure -> {
            inFlight.addAndGet(-size);
            done.accept(failure);
        };
        if (topicKnown) {
            sendNow(record, landed);
        } else {
            ask(record, landed);
        }
    }

    /** On a worker thread, which may wait for the topic; only a few do, everybody else is refused at once. */
    private void ask(ProducerRecord<String, byte[]> record, Consumer<Exception> landed) {
        if (asking.incrementAndGet() > MOST_ASKING) {
            asking.decrementAndGet();
            landed.accept(new KafkaException("The topic is not known yet"));
            return;
        }
        vertx.executeBlocking(
                () -> {
                    sendNow(record, landed);
                    asking.decrementAndGet();
                    return null;
                },
                false);
    }

    private void sendNow(ProducerRecord<String, byte[]> record, Consumer<Exception> done) {
        try {
            producer.send(record, (metadata, failure) -> {
                if (failure == null && !topicKnown) {
                    topicKnown = true;
                }
                done.accept(failure);
            });
        } catch (RuntimeException e) {
            done.accept(e);
        }
    }

    /** Asks for the topic before the first customer comes. */
    void start(@Observes StartupEvent event) {
        vertx.executeBlocking(
                () -> {
                    try {
                        topicKnown = !producer.partitionsFor(config.topic()).isEmpty();
                    } catch (KafkaException e) {
                        LOG.infof("Kafka is not there yet: %s", e.getMessage());
                    }
                    return null;
                },
                false);
    }

    @PreDestroy
    void close() {
        metrics.close();
        producer.close(config.timeout());
    }
}
