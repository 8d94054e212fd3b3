/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Agents' telephones: the table {@code agent_telephone}. */
@ApplicationScoped
public class TelephoneService {
    private final Sql sql;
    private final Transactions transactions;
    private final Clock clock;

    TelephoneService(Sql sql, Transactions transactions, Clock clock) {
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Null when the agent has none. */
    Uni<Telephone> find(String agentId) {
        return transactions.read(() -> of(List.of(agentId))).map(found -> found.get(agentId));
    }

    Uni<Void> set(String agentId, Telephone telephone) {
        return transactions
                .write(() -> sql.update("""
                        insert into agent_telephone (agent_id, kind, address, changed_at) values (?1, ?2, ?3, ?4)
                        on conflict (agent_id) do update
                        set kind = excluded.kind, address = excluded.address, changed_at = excluded.changed_at
                        """, agentId, telephone.kind().wire(), telephone.address(), clock.instant()))
                .replaceWithVoid();
    }

    Uni<Void> remove(String agentId) {
        return transactions
                .write(() -> sql.update("delete from agent_telephone where agent_id = ?1", agentId))
                .replaceWithVoid();
    }

    /** Whose telephones these are; several may share one. Joins the open transaction. */
    public Uni<List<String>> agentsAt(String address) {
        return sql.rows("select agent_id from agent_telephone where address = ?1 order by agent_id", address)
                .map(rows -> rows.stream().map(row -> (String) row[0]).toList());
    }

    /** The address of an agent's telephone; null when they have none. Joins the open transaction. */
    public Uni<String> addressOf(String agentId) {
        return of(List.of(agentId))
                .map(found -> found.containsKey(agentId) ? found.get(agentId).address() : null);
    }

    /** By agent. Joins the open transaction. */
    Uni<Map<String, Telephone>> of(Collection<String> agentIds) {
        return sql.rows("select agent_id, kind, address from agent_telephone where agent_id = any(?1)", (Object)
                        agentIds.toArray(String[]::new))
                .map(rows -> {
                    var telephones = new HashMap<String, Telephone>();
                    rows.forEach(row -> telephones.put(
                            (String) row[0], new Telephone(Telephone.Kind.of((String) row[1]), (String) row[2])));
                    return telephones;
                });
    }
}
