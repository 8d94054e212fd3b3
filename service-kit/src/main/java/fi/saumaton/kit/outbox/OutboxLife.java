/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;

/** Builds the relay, starts it with the application and ends it before the connection pool and Kafka go. */
@Singleton
class OutboxLife {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final RecordSender sender;
    private final OutboxRelay relay;

    OutboxLife(
            Vertx vertx,
            Pool pool,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service,
            @ConfigProperty(name = "saumaton.outbox.topic") String topic,
            @ConfigProperty(name = "saumaton.outbox.gathering", defaultValue = "PT0.01S") Duration gathering) {
        sender = new RecordSender(kafka, service + "-" + UUID.randomUUID());
        relay = new OutboxRelay(vertx, new OutboxDrain(pool, sender, topic, service)::slots, gathering);
    }

    @Produces
    @Singleton
    OutboxRelay relay() {
        return relay;
    }

    @Produces
    @Singleton
    RecordSender sender() {
        return sender;
    }

    /** What the last run left behind. */
    void start(@Observes StartupEvent event) {
        for (int slot = 0; slot < Outbox.SLOTS; slot++) {
            relay.nudge(slot);
        }
    }

    void stop(@Observes ShutdownEvent event) {
        relay.close(PATIENCE);
        sender.close();
    }
}
