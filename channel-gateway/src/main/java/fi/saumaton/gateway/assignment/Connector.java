/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.assignment;

import java.util.List;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/** Brings customer and agent together where that takes more than to show a conversation: a channel of calls rings the agent's telephone. */
public interface Connector {
    /** Somebody's now. */
    record Taken(UUID conversationId, String agentId, String agentName, long assignmentNumber) {}

    /** Conversations of any channel that were just assigned. Joins the transaction that notes it. */
    Uni<Void> connect(List<Taken> taken);
}
