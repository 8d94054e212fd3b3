/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.engine.Capacity;
import fi.saumaton.routing.engine.Changes;
import fi.saumaton.routing.engine.Conversation;
import fi.saumaton.routing.engine.Hours;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.Queue;
import fi.saumaton.routing.engine.QueueRules;
import fi.saumaton.routing.engine.Ring;
import fi.saumaton.routing.engine.Situation;
import fi.saumaton.routing.engine.State;
import fi.saumaton.routing.engine.Strain;
import fi.saumaton.routing.engine.WorkItem;

/** The engine's state in the database: read whole once, then only what others have changed; written as rows that changed. */
@ApplicationScoped
@RegisterForReflection(
        targets = {
            Agent.class,
            Capacity.class,
            Conversation.class,
            Hours.class,
            Offer.class,
            Queue.class,
            QueueRules.class,
            Ring.class,
            Situation.class,
            Strain.class,
            WorkItem.class
        })
class StateStore {

    private static final Upsert QUEUES =
            new Upsert("queue", "name", "required_skills, offer_seconds, priority, channels, rules, version");
    private static final Upsert AGENTS = new Upsert(
            "agent",
            "id",
            "name, skills, skill_levels, languages, queues, team, capacity, presence, presence_reason, since, idle_since,"
                    + " strain, version");
    private static final Upsert ITEMS = new Upsert(
            "work_item",
            "id",
            "conversation_id, opened_version, conversation_version, situation, queue, state, reason, reply_due,"
                    + " due_since, queued_at, needs, ring, refused_by, offer_id, agent_id, assignment_number, assigned_at");
    private static final Upsert OFFERS = new Upsert(
            "offer",
            "id",
            "work_item_id, conversation_id, agent_id, queue, decision_id, state, reason, made_at, expires_at, ended_at");

    private static final String MOVING_ITEMS =
            "(state in ('waiting', 'offered') or (state = 'assigned' and reply_due)) and (reply_due or state = 'offered')";
    private static final String PENDING_OFFERS = "state = 'pending'";
    private static final String CHANGED = "domain_version > ?1";
    private static final String NAMED_ITEMS =
            "(conversation_id = any(?1) or id = any(?2)) and state in ('waiting', 'offered', 'assigned')";
    private static final String NAMED_CONVERSATIONS = "id = any(?1)";

    private static final String SAVE_CONVERSATIONS = """
            insert into conversation (id, closed_version, turn_version, reply_due, assignment_number)
            select id, closed_version, turn_version, reply_due, assignment_number
            from jsonb_populate_recordset(cast(null as conversation), cast(?1 as jsonb))
            on conflict (id) do update set closed_version = excluded.closed_version,
                turn_version = excluded.turn_version, reply_due = excluded.reply_due,
                assignment_number = excluded.assignment_number, changed_at = statement_timestamp()
            """;

    private final Sql sql;
    private final Rows rows;

    StateStore(Sql sql, Rows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    /** All that moves. */
    Uni<State> load() {
        State state = new State();
        return each("queue", "true", Queue.class, state::load)
                .chain(() -> each("agent", "true", Agent.class, state::load))
                .chain(() -> each("work_item", MOVING_ITEMS, WorkItem.class, state::load))
                .chain(() -> each("offer", PENDING_OFFERS, Offer.class, state::load))
                .replaceWith(state);
    }

    /** What turns of other replicas have changed since the version. */
    Uni<State> catchUp(State state, long version) {
        return each("queue", CHANGED, Queue.class, state::load, version)
                .chain(() -> each("agent", CHANGED, Agent.class, state::load, version))
                .chain(() -> each("work_item", CHANGED, WorkItem.class, state::load, version))
                .chain(() -> each("offer", CHANGED, Offer.class, state::load, version))
                .replaceWith(state);
    }

    /** What is known of certain conversations, and their work even when nothing is due in it. */
    Uni<Void> bring(State state, Set<UUID> conversations, Set<UUID> items) {
        if (conversations.isEmpty() && items.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] ids = conversations.toArray(UUID[]::new);
        return each("work_item", NAMED_ITEMS, WorkItem.class, state::load, ids, items.toArray(UUID[]::new))
                .chain(() -> each("conversation", NAMED_CONVERSATIONS, Conversation.class, state::load, (Object) ids));
    }

    private <T> Uni<Void> each(String table, String where, Class<T> type, Consumer<T> each, Object... params) {
        return rows.list(type, table + " t where " + where, params)
                .invoke(found -> found.forEach(each))
                .replaceWithVoid();
    }

    Uni<Void> save(Changes changes, long version) {
        return write(QUEUES.statement(), changes.queues(), version)
                .chain(() -> write(AGENTS.statement(), changes.agents(), version))
                .chain(() -> write(ITEMS.statement(), changes.items(), version))
                .chain(() -> write(OFFERS.statement(), changes.offers(), version))
                .chain(() -> write(SAVE_CONVERSATIONS, changes.conversations()));
    }

    private Uni<Void> write(String statement, Collection<?> rows, Object... more) {
        if (rows.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Object[] params =
                Stream.concat(Stream.of(RowJson.write(rows)), Stream.of(more)).toArray();
        return sql.update(statement, params).replaceWithVoid();
    }

    /** Inserts or updates many rows of a table with one statement. */
    private record Upsert(String table, String key, String columns, String statement) {
        Upsert(String table, String key, String columns) {
            this(table, key, columns, build(table, key, columns));
        }

        private static String build(String table, String key, String columns) {
            StringBuilder set =
                    new StringBuilder("domain_version = excluded.domain_version, changed_at = statement_timestamp()");
            for (String column : columns.split(",")) {
                set.append(", ").append(column.strip()).append(" = excluded.").append(column.strip());
            }
            return "insert into %1$s (%2$s, %3$s, domain_version)".formatted(table, key, columns)
                    + " select %1$s, %2$s, cast(?2 as bigint)".formatted(key, columns)
                    + " from jsonb_populate_recordset(cast(null as %s), cast(?1 as jsonb))".formatted(table)
                    + " on conflict (%s) do update set %s".formatted(key, set);
        }
    }
}
