/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.retention;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.retention.Forgetting;

/** Forgets what has been kept long enough; every replica does. */
@ApplicationScoped
class RetentionSweep {

    private static final String INPUTS = Forgetting.rows("routing_input", "applied_at < ?1");
    private static final String DECISIONS = Forgetting.rows("decision", "decided_at < ?1");

    private static final String PROMISES = Forgetting.rows(
            "promise", "changed_at < ?1 and state in ('draft', 'kept', 'kept-late', 'broken', 'moved', 'cancelled')");

    private static final String WORK = """
            with ended as materialized (
                select id from work_item where state in ('done', 'withdrawn') and changed_at < ?1
                limit ?2 for update skip locked
            ), offers as (
                delete from offer o using ended e where o.work_item_id = e.id
            )
            delete from work_item w using ended e where w.id = e.id
            """;

    /** Closed after the last message, and no work left: nothing can ask for these rows again. */
    private static final String CONVERSATIONS = """
            with closed as materialized (
                select id, closed_version from conversation c
                where changed_at < ?1 and closed_version > turn_version and not exists (
                    select from work_item w
                    where w.conversation_id = c.id and w.state in ('waiting', 'offered', 'assigned'))
                limit ?2 for update skip locked
            ), turns as (
                delete from turn t using closed c where t.conversation_id = c.id and t.version < c.closed_version
            )
            delete from conversation r using closed c where r.id = c.id
            """;

    private final Forgetting forgetting;
    private final RetentionConfig config;

    RetentionSweep(Forgetting forgetting, RetentionConfig config) {
        this.forgetting = forgetting;
        this.config = config;
    }

    @Scheduled(
            every = "${routing.retention.sweep-every:PT1H}",
            delayed = "PT5M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return forgetting
                .forget("inputs", config.inputs(), INPUTS)
                .chain(() -> forgetting.forget("decisions", config.decisions(), DECISIONS))
                .chain(() -> forgetting.forget("ended work", config.work(), WORK))
                .chain(() -> forgetting.forget("closed conversations", config.closedConversations(), CONVERSATIONS))
                .chain(() -> forgetting.forget("ended promises", config.promises(), PROMISES))
                .replaceWithVoid();
    }
}
