/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

import fi.saumaton.customer.fact.Event;
import fi.saumaton.customer.identity.ProvenHandle;

/**
 * An entry that somebody sent, checked and ready to be written.
 *
 * @param id its own, unless it is there under another one already
 * @param hash of its content, whatever its version
 * @param handles of the customer, when the customer is named by them
 * @param customerId the customer, when the customer is named by its id; else null
 */
record Entry(
        UUID id,
        TouchpointRequest request,
        String hash,
        EntryCheck.Checked checked,
        List<ProvenHandle> handles,
        UUID customerId,
        Author author) {
    /** What names it for ever. */
    record Key(String system, String externalId) {}

    Key key() {
        return new Key(request.system(), request.externalId());
    }

    Entry withId(UUID stored) {
        return new Entry(stored, request, hash, checked, handles, customerId, author);
    }

    Entry of(UUID survivor) {
        return new Entry(id, request, hash, checked, handles, survivor, author);
    }

    boolean isPurchase() {
        return request.kind().equals(Touchpoint.PURCHASE);
    }

    Touchpoint touchpoint(UUID recordedUnder, Instant now) {
        return new Touchpoint(
                recordedUnder,
                request.occurredAt(),
                id,
                request.kind(),
                now,
                null,
                checked.channelKind(),
                null,
                null,
                author,
                title(),
                null,
                request.data(),
                true,
                request.title() != null ? null : checked.titles(),
                checked.typeVersion());
    }

    /** A type's template may say nothing when no field of it is there. */
    private String title() {
        var made = checked.titles().get("en");
        return request.title() != null ? request.title() : made != null ? made : request.kind();
    }

    /** What facts are learnt from; what has not taken place yet is none of its kind. */
    Event event(UUID recordedUnder) {
        return new Event(
                id,
                recordedUnder,
                checked.happened() ? request.kind() : request.kind() + Event.AHEAD,
                request.system(),
                request.data(),
                checked.happened() && checked.happenedAt() != null ? checked.happenedAt() : request.occurredAt());
    }

    /** What decides who the customer is. The day is part of it: a handle that has changed hands was another one's before. */
    Whose whose() {
        return new Whose(
                handles, request.customer().displayName(), LocalDate.ofInstant(request.occurredAt(), ZoneOffset.UTC));
    }

    /** Entries that are equal here are one sighting of a customer. */
    record Whose(List<ProvenHandle> handles, String displayName, LocalDate day) {}
}
