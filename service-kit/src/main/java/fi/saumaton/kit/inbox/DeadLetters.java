/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;

import jakarta.inject.Singleton;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.failure.Blame;
import fi.saumaton.kit.outbox.RecordSender;

/**
 * Puts what can't be handled aside for a person: the record as it was, with the reason in headers. The topic is
 * {@code <topic>.dlq.<service>}. It waits for Kafka as long as it takes, for only then may the offset move on.
 */
@Singleton
class DeadLetters {

    private static final Logger LOG = Logger.getLogger(DeadLetters.class);
    private static final int LONGEST_REASON = 500;

    private final RecordSender sender;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final String service;

    DeadLetters(
            RecordSender sender,
            Clock clock,
            MeterRegistry metrics,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        this.sender = sender;
        this.clock = clock;
        this.metrics = metrics;
        this.service = service;
    }

    Uni<Void> put(ConsumerRecord<String, byte[]> record, Throwable reason) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                record.topic() + ".dlq." + service, null, record.key(), record.value(), headers(record, reason));
        return sender.send(List.of(letter)).invoke(() -> told(record, reason));
    }

    private Headers headers(ConsumerRecord<String, byte[]> record, Throwable reason) {
        Headers headers = new RecordHeaders(record.headers());
        add(headers, "dead-letter-reason", reason(reason));
        add(headers, "dead-letter-exception", reason.getClass().getName());
        add(headers, "dead-letter-topic", record.topic());
        add(headers, "dead-letter-partition", String.valueOf(record.partition()));
        add(headers, "dead-letter-offset", String.valueOf(record.offset()));
        add(headers, "dead-letter-service", service);
        add(headers, "dead-letter-time", clock.instant().toString());
        return headers;
    }

    /** The log has neither data nor message: both may quote what people wrote. They are with the record itself. */
    private void told(ConsumerRecord<String, byte[]> record, Throwable reason) {
        metrics.counter("events.dead.letters", "topic", record.topic()).increment();
        LOG.errorf(
                "Dead letter: %s-%d@%d, %s, because of %s",
                record.topic(), record.partition(), record.offset(), CloudEvents.type(record), Blame.of(reason));
    }

    private static String reason(Throwable failure) {
        String message = failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON);
    }

    private static void add(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
