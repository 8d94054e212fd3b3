/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.timeline.TimelineService;

/** Follows promises, inside the caller's transaction or session. */
@ApplicationScoped
public class PromiseService {
    private final PromiseRepository promises;
    private final TimelineService timeline;

    PromiseService(PromiseRepository promises, TimelineService timeline) {
        this.promises = promises;
        this.timeline = timeline;
    }

    /** What was told, in its order. A promise to nobody that is known is not the customer's history. */
    public Uni<Void> take(List<PromiseTold> told) {
        Set<UUID> customers = told.stream()
                .map(one -> one.event().customerId())
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        return customers.isEmpty()
                ? Uni.createFrom().voidItem()
                : promises.known(customers)
                        .chain(known -> keep(told.stream()
                                .filter(one -> known.contains(one.event().customerId()))
                                .toList()));
    }

    private Uni<Void> keep(List<PromiseTold> told) {
        return told.isEmpty()
                ? Uni.createFrom().voidItem()
                : promises.save(told.stream().map(PromiseTold::event).toList())
                        .chain(() -> timeline.add(told.stream()
                                .map(EntryRule::entry)
                                .flatMap(Optional::stream)
                                .toList()));
    }

    /** Open ones, the first due first, and those broken within 30 days. */
    public Uni<List<CustomerPromise>> open(UUID survivor) {
        return promises.open(survivor);
    }
}
