/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.agent;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.dispatch.Rows;
import fi.saumaton.routing.engine.Agent;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.WorkItem;

@ApplicationScoped
class AgentRepository {

    /** More than anybody has; a bound all the same. */
    private static final int MOST_WORK = 500;

    private static final String OCCUPYING = """
            select situation ->> 'channel_kind', count(*) from work_item
            where agent_id = ?1 and (state = 'offered' or state = 'assigned' and reply_due) group by 1
            """;

    private final Sql sql;
    private final Rows rows;

    AgentRepository(Sql sql, Rows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    Uni<List<Agent>> list(String after, int limit) {
        return rows.list(Agent.class, "agent t where id > ?1 order by id limit ?2", after, limit);
    }

    /** The agent; empty when nobody has this id. */
    Uni<List<Agent>> find(String id) {
        return rows.list(Agent.class, "agent t where id = ?1", id);
    }

    Uni<List<Offer>> pendingOffers(String agentId) {
        return rows.list(Offer.class, "offer t where agent_id = ?1 and state = 'pending' order by expires_at", agentId);
    }

    Uni<List<WorkItem>> assigned(String agentId) {
        return rows.list(
                WorkItem.class,
                "work_item t where agent_id = ?1 and state = 'assigned' order by reply_due desc, due_since limit "
                        + MOST_WORK,
                agentId);
    }

    /** How many pieces of work the agent is offered or has to answer, by channel kind: what takes capacity. */
    Uni<Map<String, Long>> occupying(String agentId) {
        return sql.rows(OCCUPYING, agentId)
                .map(found -> found.stream().collect(Collectors.toMap(row -> (String) row[0], row -> (Long) row[1])));
    }
}
