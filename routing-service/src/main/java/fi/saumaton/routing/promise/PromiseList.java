/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.web.Cursor;

/** Lists of promises, the first due first. */
@ApplicationScoped
class PromiseList {
    private final Sql sql;
    private final PromiseRepository promises;

    PromiseList(Sql sql, PromiseRepository promises) {
        this.sql = sql;
        this.promises = promises;
    }

    /** What is asked for; null means any. */
    record Filter(UUID customer, UUID conversation, String queue, String owner, Instant dueBefore, String state) {}

    /** @param organisation null for all */
    Uni<List<Promise>> page(Filter filter, String organisation, Cursor after, int limit) {
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder("true");
        add(where, values, "organisation = ?", organisation);
        add(where, values, "customer_id = ?", filter.customer());
        add(where, values, "conversation_id = ?", filter.conversation());
        add(where, values, "queue = ?", filter.queue());
        add(where, values, "owner_id = ?", filter.owner());
        add(where, values, "window_until <= ?", filter.dueBefore());
        state(where, values, filter.state());
        if (after != null) {
            values.add(after.instant(0));
            values.add(after.uuid(1));
            where.append(" and (window_until, id) > (?%d, ?%d)".formatted(values.size() - 1, values.size()));
        }
        values.add(limit);
        String query = "select cast(body as text) from promise where %s order by window_until, id limit ?%d"
                .formatted(where, values.size());
        return sql.rows(query, values.toArray()).map(promises::read);
    }

    /** {@code live} are those that somebody still owes. */
    private static void state(StringBuilder where, List<Object> values, String state) {
        if ("live".equals(state)) {
            where.append(" and state in ('open', 'due-soon', 'late')");
        } else {
            add(where, values, "state = ?", state);
        }
    }

    private static void add(StringBuilder where, List<Object> values, String condition, Object value) {
        if (value != null) {
            values.add(value);
            where.append(" and ").append(condition).append(values.size());
        }
    }
}
