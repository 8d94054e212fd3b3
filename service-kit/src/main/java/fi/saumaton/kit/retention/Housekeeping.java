/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.retention;

import java.time.Duration;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Forgets what can't come again: inbox rows older than Kafka keeps the events, and old idempotency keys. */
@Singleton
class Housekeeping {

    private static final String INBOX = Forgetting.rows("inbox", "seen_at < ?1");
    private static final String KEYS = Forgetting.rows("idempotency_key", "created_at < ?1");

    private final Forgetting forgetting;
    private final Duration inboxRetention;
    private final Duration keyRetention;

    /**
     * @param inboxRetention how long the inbox remembers; longer than the topics' retention (7 days)
     * @param keyRetention how long an idempotency key is remembered
     */
    Housekeeping(
            Forgetting forgetting,
            @ConfigProperty(name = "saumaton.inbox.retention", defaultValue = "P8D") Duration inboxRetention,
            @ConfigProperty(name = "saumaton.idempotency.retention", defaultValue = "P2D") Duration keyRetention) {
        this.forgetting = forgetting;
        this.inboxRetention = inboxRetention;
        this.keyRetention = keyRetention;
    }

    @Scheduled(every = "PT1H", delayed = "PT5M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return forgetting
                .forget("the inbox", inboxRetention, INBOX)
                .chain(() -> forgetting.forget("idempotency keys", keyRetention, KEYS))
                .replaceWithVoid();
    }
}
