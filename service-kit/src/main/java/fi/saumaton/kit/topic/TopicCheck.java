/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.topic;

import java.util.List;
import java.util.Map;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import io.vertx.core.Vertx;

/**
 * Asks when the service starts, and again until nothing is wrong: then never more, for a cluster that has been right once
 * is watched by others. What is wrong is logged once, and again when it changes.
 */
@Readiness
@Singleton
class TopicCheck implements HealthCheck {
    private static final Logger LOG = Logger.getLogger(TopicCheck.class);
    private static final long PAUSE_MS = 10_000;

    private final Vertx vertx;
    private final TopicQuestion question;
    private final boolean needed;
    private volatile List<String> faults = List.of();
    private volatile boolean stopped;

    TopicCheck(
            Vertx vertx,
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            @ConfigProperty(name = "quarkus.application.name") String service) {
        Map<String, Integer> wanted = TopicContract.of(service);
        this.vertx = vertx;
        this.needed = !wanted.isEmpty();
        this.question = new TopicQuestion(kafka, wanted);
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("Kafka's topics").status(faults.isEmpty());
        if (!faults.isEmpty()) {
            response.withData("wrong", String.join("; ", faults));
        }
        return response.build();
    }

    void start(@Observes StartupEvent event) {
        if (needed) {
            ask();
        }
    }

    void stop(@Observes ShutdownEvent event) {
        stopped = true;
    }

    private void ask() {
        if (stopped) {
            return;
        }
        vertx.executeBlocking(question::ask, false).onComplete(answer -> {
            if (answer.succeeded()) {
                told(answer.result());
            }
            if (answer.failed() || !faults.isEmpty()) {
                vertx.setTimer(PAUSE_MS, id -> ask());
            }
        });
    }

    private void told(List<String> now) {
        if (!now.isEmpty() && !now.equals(faults)) {
            LOG.errorf("Kafka is not as it has to be, and is asked again until it is: %s", String.join("; ", now));
        } else if (now.isEmpty() && !faults.isEmpty()) {
            LOG.info("Kafka is as it has to be");
        }
        faults = now;
    }
}
