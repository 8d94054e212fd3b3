/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.eventlog;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.retention.Forgetting;

/** Forgets log and facts of long ago: months as a whole, what has no month and no partitions row by row. */
@ApplicationScoped
class RetentionSweep {

    private static final Logger LOG = Logger.getLogger(RetentionSweep.class);

    private static final String LOG_REST = Forgetting.rows("event_log_rest", "at < ?1");
    private static final String CONTACT_REST = Forgetting.rows("contact_fact_rest", "started_at < ?1");
    private static final String OFFER_REST = Forgetting.rows("offer_fact_rest", "made_at < ?1");
    private static final String RESOLUTIONS = Forgetting.rows("resolution_fact", "resolved_at < ?1");
    /** One that is resolved later than that is still asked for. */
    private static final String ISSUES = Forgetting.rows(
            "issue_fact",
            "opened_at < ?1 and not exists (select from resolution_fact r where r.issue_id = issue_fact.issue_id)");

    private final Months months;
    private final Forgetting forgetting;
    private final RetentionConfig config;
    private final Clock clock;

    RetentionSweep(Months months, Forgetting forgetting, RetentionConfig config, Clock clock) {
        this.months = months;
        this.forgetting = forgetting;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(
            every = "${analytics.retention.sweep-every:P1D}",
            delayed = "PT10M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forget(config.figures());
    }

    Uni<Void> forget(Duration keep) {
        var before = LocalDate.ofInstant(clock.instant().minus(keep), ZoneOffset.UTC);
        return months.drop(before)
                .onFailure()
                .invoke(failure -> LOG.warnf("Old months stay until the next time: %s", failure))
                .onFailure()
                .recoverWithItem(0L)
                .chain(() -> forgetting.forget("log", keep, LOG_REST))
                .chain(() -> forgetting.forget("contacts", keep, CONTACT_REST))
                .chain(() -> forgetting.forget("offers", keep, OFFER_REST))
                .chain(() -> forgetting.forget("resolutions", keep, RESOLUTIONS))
                .chain(() -> forgetting.forget("issues", keep, ISSUES))
                .replaceWithVoid();
    }
}
