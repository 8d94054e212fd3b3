/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.offer;

import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.routing.dispatch.Rows;
import fi.saumaton.routing.engine.Offer;
import fi.saumaton.routing.engine.WorkItem;

@ApplicationScoped
class OfferRepository {

    private final Rows rows;

    OfferRepository(Rows rows) {
        this.rows = rows;
    }

    /** The offer, pending or over. */
    Uni<Optional<Offer>> find(UUID id) {
        return rows.list(Offer.class, "offer t where id = ?1", id)
                .map(found -> found.stream().findFirst());
    }

    Uni<Optional<WorkItem>> item(UUID id) {
        return rows.list(WorkItem.class, "work_item t where id = ?1", id)
                .map(found -> found.stream().findFirst());
    }
}
