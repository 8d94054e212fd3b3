/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.intake;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.sql.Sql;
import fi.saumaton.routing.engine.Input;

/** The work that an agent has by an assignment, as what gives it back to its own queue: it is offered to the others first, and has waited as long as it has. */
@ApplicationScoped
class HeldWork {
    private static final String HELD = """
            select id, queue from work_item
            where conversation_id = ?1 and state = 'assigned' and agent_id = ?2 and assignment_number = ?3
            """;

    private final Sql sql;

    HeldWork(Sql sql) {
        this.sql = sql;
    }

    /** None when they have it no longer. Joins the open transaction. */
    Uni<List<Input>> of(ConversationEvent.Returned returned) {
        return sql.rows(HELD, returned.conversationId(), returned.agentId(), returned.assignmentNumber())
                .map(rows -> rows.stream()
                        .<Input>map(row -> new Input.Transferred((UUID) row[0], (String) row[1], returned.agentId()))
                        .toList());
    }
}
