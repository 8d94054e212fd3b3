/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.security.Caller;
import fi.saumaton.kit.web.Problem;

/** Writes what the present caller looks at. A connection of its own: the reading itself goes on meanwhile. */
@RequestScoped
public class AuditLog {
    /** Under the customer as shown now; nothing for an id that is nobody's. */
    private static final String INSERT_OF = """
            insert into audit_entry (id, at, actor_id, actor_name, actor_role, customer_id, action, purpose, stated,
                conversation_id)
            select $1, $2, $3, $4, $5, c.survivor_id, $7, $8, $9, (
                select k.conversation_id
                from customer member
                join contact k on k.customer_id = member.id
                join assignment a on a.conversation_id = k.conversation_id
                where member.survivor_id = c.survivor_id and a.agent_id = $3
                order by a.assigned_at desc limit 1)
            from customer c where c.id =
            """;

    private static final String INSERT = INSERT_OF + "$6";
    /** Of an issue that was joined into another one, too: it is the same customer's. */
    private static final String INSERT_BY_ISSUE = INSERT_OF + "(select i.customer_id from issue i where i.id = $6)";

    private final Pool pool;
    private final Caller caller;
    private final AuditConfig config;
    private final Clock clock;

    /** For the request scope's proxy. */
    protected AuditLog() {
        this(null, null, null, null);
    }

    @Inject
    AuditLog(Pool pool, Caller caller, AuditConfig config, Clock clock) {
        this.pool = pool;
        this.caller = caller;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param stated the purpose that came with the request; null when none did
     * @param byNature what the request is for anyway; empty when that can't be said
     */
    PurposeRule.Purpose purpose(String stated, String byNature) {
        if (stated == null && !byNature.isEmpty()) {
            return new PurposeRule.Purpose(byNature, false);
        }
        return PurposeRule.purpose(stated, PurposeRule.role(caller::is), config.purposes())
                .orElseThrow(() -> new Problem(
                                AuditProblem.PURPOSE_REQUIRED, "Say what for: the parameter purpose, one of purposes.")
                        .with("purposes", List.copyOf(new TreeSet<>(config.purposes()))));
    }

    /**
     * Done once the entries are stored for good.
     *
     * @param ids of what the subject says
     */
    Uni<Void> write(List<UUID> ids, Audited.Subject of, String action, PurposeRule.Purpose purpose) {
        if (ids.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var role = PurposeRule.role(caller::is);
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = ids.stream()
                .map(id -> Tuple.from(List.<Object>of(
                        Ids.next(),
                        now,
                        caller.id(),
                        caller.name(),
                        role,
                        id,
                        action,
                        purpose.name(),
                        purpose.stated())))
                .toList();
        var insert = of == Audited.Subject.ISSUE ? INSERT_BY_ISSUE : INSERT;
        return pool.preparedQuery(insert).executeBatch(rows).replaceWithVoid();
    }
}
