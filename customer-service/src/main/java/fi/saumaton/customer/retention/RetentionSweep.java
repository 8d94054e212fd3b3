/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.retention;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.retention.Forgetting;

/** Forgets what has been kept long enough; every replica does. */
@ApplicationScoped
class RetentionSweep {
    private static final String CLAIMS = Forgetting.rows("claim", "made_at < ?1");
    private static final String ASSIGNMENTS = Forgetting.rows("assignment", "assigned_at < ?1");
    private static final String HELD_MESSAGES = Forgetting.rows("held_message", "held_at < ?1");

    private static final String FACTS = Forgetting.rows("fact", "expires_at < ?1");
    private static final String QUESTIONS = Forgetting.rows("question", "asked_at < ?1");

    private static final String AUDIT = Forgetting.rows("audit_entry", "at < ?1");

    private final Forgetting forgetting;
    private final RetentionConfig config;

    RetentionSweep(Forgetting forgetting, RetentionConfig config) {
        this.forgetting = forgetting;
        this.config = config;
    }

    @Scheduled(
            every = "${customer.retention.sweep-every:PT1H}",
            delayed = "PT5M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forgetting
                .forget("claims", config.claims(), CLAIMS)
                .chain(() -> forgetting.forget("assignments", config.assignments(), ASSIGNMENTS))
                .chain(() -> forgetting.forget("held messages", config.heldMessages(), HELD_MESSAGES))
                .chain(() -> forgetting.forget("facts", config.facts(), FACTS))
                .chain(() -> forgetting.forget("questions", config.questions(), QUESTIONS))
                .chain(() -> forgetting.forget("the audit log", config.audit(), AUDIT))
                .replaceWithVoid();
    }
}
