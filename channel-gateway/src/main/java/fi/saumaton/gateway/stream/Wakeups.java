/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Emitter;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Replicas tell each other which recipients have something new. Best effort on purpose: what is to be sent is in the table, and a sweep looks there.
 */
@ApplicationScoped
class Wakeups {
    private static final Logger LOG = Logger.getLogger(Wakeups.class);

    private final String replica = UUID.randomUUID().toString();
    private final Emitter<byte[]> emitter;
    private final Sockets sockets;
    private final ObjectMapper mapper;

    Wakeups(
            @Channel("gateway-wakeups-out") @OnOverflow(OnOverflow.Strategy.DROP) Emitter<byte[]> emitter,
            Sockets sockets,
            ObjectMapper mapper) {
        this.emitter = emitter;
        this.sockets = sockets;
        this.mapper = mapper;
    }

    /**
     * What replicas tell each other.
     *
     * @param recipients the last sequence of each
     * @param signal for whoever has its recipient; null for none
     */
    @RegisterForReflection
    record Wakeup(String replica, Map<String, Long> recipients, StreamSignal signal) {}

    void send(Map<String, Long> last) {
        send(new Wakeup(replica, last, null));
    }

    void send(StreamSignal signal) {
        send(new Wakeup(replica, Map.of(), signal));
    }

    private void send(Wakeup wakeup) {
        try {
            emitter.send(mapper.writeValueAsBytes(wakeup));
        } catch (JsonProcessingException | IllegalStateException e) {
            LOG.debug("No wake-up was sent", e);
        }
    }

    @Incoming("gateway-wakeups-in")
    void consume(ConsumerRecords<String, byte[]> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            receive(record.value());
        }
    }

    private void receive(byte[] value) {
        try {
            var wakeup = mapper.readValue(value, Wakeup.class);
            if (!replica.equals(wakeup.replica())) {
                sockets.wake(wakeup.recipients());
                if (wakeup.signal() != null) {
                    sockets.signal(wakeup.signal());
                }
            }
        } catch (IOException e) {
            LOG.warnf("An unreadable wake-up of %d bytes was left out", value.length);
        }
    }
}
