/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.outbox;

import java.util.concurrent.TimeUnit;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * Looks into the table every few seconds: nudges the slots that have something left (after a failure, a crash, or for
 * another replica that died), and measures. {@code outbox.pending} counts the waiting events, {@code outbox.oldest.age}
 * is the age of the oldest in seconds; above half a minute somebody should look.
 */
@Singleton
class OutboxSweep {

    private static final Logger LOG = Logger.getLogger(OutboxSweep.class);
    private static final double LATE_SECONDS = 30;
    private static final String LEFT = """
            select slot, count(*), extract(epoch from clock_timestamp() - min(created_at))::float8
            from outbox group by slot
            """;

    private final Pool pool;
    private final OutboxRelay relay;
    private volatile long pending;
    private volatile double oldestSeconds;
    private boolean late;

    OutboxSweep(Pool pool, OutboxRelay relay, MeterRegistry metrics) {
        this.pool = pool;
        this.relay = relay;
        metrics.gauge("outbox.pending", this, sweep -> sweep.pending);
        TimeGauge.builder("outbox.oldest.age", this, TimeUnit.SECONDS, sweep -> sweep.oldestSeconds)
                .description("Age of the oldest event that has not reached Kafka")
                .register(metrics);
    }

    @Scheduled(every = "PT5S", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return pool.query(LEFT)
                .execute()
                .invoke(this::take)
                .onFailure()
                .invoke(failure -> LOG.debugf("No sweep this time: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    private void take(RowSet<Row> slots) {
        long count = 0;
        double oldest = 0;
        for (Row row : slots) {
            count += row.getLong(1);
            oldest = Math.max(oldest, row.getDouble(2));
            relay.nudge(row.getShort(0));
        }
        tell(count, oldest);
        pending = count;
        oldestSeconds = oldest;
    }

    /** Once when events begin to be late, and once when they have all gone. */
    private void tell(long count, double oldest) {
        if (oldest > LATE_SECONDS && !late) {
            late = true;
            LOG.warnf("%d events wait in the outbox, the oldest for %.0f s", count, oldest);
        } else if (late && count == 0) {
            late = false;
            LOG.info("The outbox is empty again");
        }
    }
}
