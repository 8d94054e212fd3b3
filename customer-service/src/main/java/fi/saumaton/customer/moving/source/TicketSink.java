/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Instant;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/** A system that is told what has changed here. Fails with {@link SourceTrouble}. */
public interface TicketSink {
    /** As the API names it: {@code zendesk}. */
    String system();

    /**
     * Ends a ticket there, or opens it again; doing so twice is harmless.
     *
     * @param changedAt its last change that is known here: after a later one the system refuses; null for any
     */
    Uni<Void> end(String name, String ticketId, boolean ended, Instant changedAt);

    /**
     * For systems that take a change whatever has happened meanwhile: asks first. The moment between asking and telling
     * stays open.
     */
    static void requireUnchanged(JsonNode ticket, String field, Instant changedAt) {
        var now = Fields.time(ticket, field);
        if (changedAt != null && now != null && now.isAfter(changedAt)) {
            throw SourceTrouble.changedMeanwhile();
        }
    }
}
