/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Collection;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** The issues of customers who were parted or joined, and the joins between them. */
@ApplicationScoped
class JoinRepository {
    private final Sql sql;

    JoinRepository(Sql sql) {
        this.sql = sql;
    }

    /** A decision to join that is not undone. */
    record Join(UUID decisionId, UUID issueId, UUID into) {
        ArrangementRule.Joined joined() {
            return new ArrangementRule.Joined(issueId, into);
        }
    }

    /**
     * @param survivorId the issue that it counts to as yet
     * @param owner its surviving customer
     */
    record Owned(UUID id, UUID survivorId, UUID owner) {}

    /** Of the surviving customers' issues. */
    Uni<List<Join>> standing(Collection<UUID> owners) {
        return sql.rows("""
                        select d.id, d.from_issue_id, d.to_issue_id
                        from customer member
                        join issue i on i.customer_id = member.id
                        join issue_decision d on d.from_issue_id = i.id
                        where member.survivor_id = any(?1) and d.kind = 'join' and d.undone_at is null
                        order by d.id
                        """, (Object) owners.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new Join((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                        .toList());
    }

    /** All issues of the surviving customers, locked. */
    Uni<List<Owned>> issues(Collection<UUID> owners) {
        return sql.rows("""
                        select i.id, i.survivor_id, member.survivor_id
                        from customer member join issue i on i.customer_id = member.id
                        where member.survivor_id = any(?1) order by i.id
                        for no key update of i
                        """, (Object) owners.toArray(UUID[]::new))
                .map(rows -> rows.stream()
                        .map(row -> new Owned((UUID) row[0], (UUID) row[1], (UUID) row[2]))
                        .toList());
    }
}
