/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.engine.Presence;

/** How long a presence stands without being renewed. */
@ApplicationScoped
class LeaseRepository {

    private static final String RENEW = """
            update timer t set due_at = clock_timestamp() + make_interval(secs => ?4)
            from agent a
            where t.kind = 'lease' and t.ref = ?1 and a.id = ?1 and a.presence = ?2
                and a.presence_reason is not distinct from cast(?3 as text)
            returning a.presence, a.presence_reason, a.since, t.due_at
            """;
    private static final String FIND = """
            select a.presence, a.presence_reason, a.since, t.due_at
            from agent a left join timer t on t.kind = 'lease' and t.ref = a.id
            where a.id = ?1
            """;

    private final Sql sql;

    LeaseRepository(Sql sql) {
        this.sql = sql;
    }

    /**
     * Moves the end of the lease when the presence is still what it is said to be: one row, no lock on anything else, since
     * every desk does this every few seconds. Empty when there is something to change after all.
     */
    Uni<List<PresenceView>> renew(String agentId, Presence presence, String reason, Duration lease) {
        return sql.rows(RENEW, agentId, presence.toString(), reason, (double) lease.toSeconds())
                .map(LeaseRepository::views);
    }

    /** The presence of an agent; empty for somebody who has never signed in. */
    Uni<List<PresenceView>> find(String agentId) {
        return sql.rows(FIND, agentId).map(LeaseRepository::views);
    }

    private static List<PresenceView> views(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new PresenceView((String) row[0], (String) row[1], (Instant) row[2], (Instant) row[3]))
                .toList();
    }
}
