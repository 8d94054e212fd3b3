/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;

/** The history of what people changed on issues. */
@ApplicationScoped
class ChangeRepository {
    private final Sql sql;

    ChangeRepository(Sql sql) {
        this.sql = sql;
    }

    Uni<Void> insert(UUID issueId, IssueChange change) {
        return sql.update(
                        """
                        insert into issue_change (id, issue_id, what, before, after, note, by_id, by_name, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        """,
                        change.changeId(),
                        issueId,
                        change.what(),
                        change.before(),
                        change.after(),
                        change.note(),
                        change.by().id(),
                        change.by().name(),
                        change.at())
                .replaceWithVoid();
    }

    /** On an issue and those that count to it, newest first. */
    Uni<List<IssueChange>> of(UUID survivorId, UUID before, int limit) {
        return sql.rows("""
                        select id, what, before, after, note, by_id, by_name, at from issue_change
                        where issue_id in (select id from issue where survivor_id = ?1) and id < ?2
                        order by id desc limit ?3
                        """, survivorId, before, limit)
                .map(rows -> rows.stream().map(IssueChange::from).toList());
    }
}
