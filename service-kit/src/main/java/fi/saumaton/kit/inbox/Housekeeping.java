/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.inbox;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

import jakarta.inject.Singleton;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/**
 * Forgets what can't come again: inbox rows older than Kafka keeps the events, and old idempotency keys. Some thousand
 * rows at a time, so that no transaction is long; replicas may do it at the same time.
 */
@Singleton
class Housekeeping {

    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final int CHUNK = 5_000;

    private static final String INBOX = """
            delete from inbox where ctid = any(array(
                select ctid from inbox where seen_at < $1 limit $2 for update skip locked))
            """;

    private static final String KEYS = """
            delete from idempotency_key where ctid = any(array(
                select ctid from idempotency_key where created_at < $1 limit $2 for update skip locked))
            """;

    private final Pool pool;
    private final Duration inboxRetention;
    private final Duration keyRetention;

    /**
     * @param inboxRetention how long the inbox remembers; longer than the topics' retention (7 days)
     * @param keyRetention how long an idempotency key is remembered
     */
    Housekeeping(
            Pool pool,
            @ConfigProperty(name = "saumaton.inbox.retention", defaultValue = "P8D") Duration inboxRetention,
            @ConfigProperty(name = "saumaton.idempotency.retention", defaultValue = "P2D") Duration keyRetention) {
        this.pool = pool;
        this.inboxRetention = inboxRetention;
        this.keyRetention = keyRetention;
    }

    @Scheduled(every = "PT1H", delayed = "PT5M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forget() {
        return forget(INBOX, inboxRetention)
                .chain(inbox -> forget(KEYS, keyRetention).invoke(keys -> told(inbox, keys)))
                .onFailure()
                .invoke(failure -> LOG.warnf("Nothing was forgotten this time: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private Uni<Integer> forget(String sql, Duration retention) {
        OffsetDateTime before = OffsetDateTime.now(ZoneOffset.UTC).minus(retention);
        return pool.preparedQuery(sql)
                .execute(Tuple.of(before, CHUNK))
                .map(result -> result.rowCount())
                .chain(count -> count < CHUNK
                        ? Uni.createFrom().item(count)
                        : forget(sql, retention).map(more -> more + count));
    }

    private static void told(int inbox, int keys) {
        LOG.debugf("Forgot %d inbox rows and %d idempotency keys", inbox, keys);
    }
}
