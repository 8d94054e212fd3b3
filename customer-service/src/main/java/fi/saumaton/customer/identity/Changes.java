/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.GraphService.Settled;
import fi.saumaton.customer.identity.LinkRepository.Revoked;
import fi.saumaton.customer.identity.LinkService.Change;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** What every change of links needs: atoms for handles, the graph put in step, and events. */
@ApplicationScoped
class Changes {
    private final IdentityRepository identities;
    private final GraphService graph;
    private final Outbox outbox;
    private final Clock clock;

    Changes(IdentityRepository identities, GraphService graph, Outbox outbox, Clock clock) {
        this.identities = identities;
        this.graph = graph;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** @param by the person, by the token's subject */
    record Said(String by, String reason) {}

    Uni<Change> settle(List<UUID> touched, List<Revoked> revoked, Said said, Instant now) {
        return graph.settle(touched)
                .call(settled -> publish(unlinked(revoked, settled, said, now), settled, now))
                .map(settled -> change(null, touched, settled));
    }

    private static List<CustomerEvent> unlinked(List<Revoked> revoked, Settled settled, Said said, Instant now) {
        return revoked.stream()
                .<CustomerEvent>map(link -> new CustomerEvent.Unlinked(
                        settled.survivors().get(link.atomId()), link.id(), link.evidence(), said.by(), now))
                .toList();
    }

    Uni<Void> publish(List<CustomerEvent> events, Settled settled, Instant now) {
        List<OutgoingEvent> all = new ArrayList<>();
        events.forEach(event -> all.add(OutgoingEvent.of(event.type(), event.customerId(), now, event)));
        settled.events(Set.of(), now)
                .forEach(event -> all.add(OutgoingEvent.of(event.type(), event.customerId(), now, event)));
        return all.isEmpty() ? Uni.createFrom().voidItem() : outbox.append(all);
    }

    static Change change(UUID linkId, List<UUID> concerned, Settled settled) {
        return new Change(
                linkId,
                concerned.stream()
                        .map(id -> settled.survivors().get(id))
                        .distinct()
                        .sorted()
                        .toList());
    }

    /** The handle's atom; a handle that nobody has had yet gets one. */
    Uni<UUID> atom(Handle handle) {
        return identities.find(List.of(handle)).chain(known -> {
            if (!known.isEmpty()) {
                return Uni.createFrom().item(known.get(handle).atom());
            }
            var now = clock.instant();
            var row = new IdentityRepository.HandleRow(Ids.next(), handle.kind(), handle.value(), Ids.next(), now);
            return identities
                    .insertHandles(List.of(row))
                    .chain(won -> won.isEmpty()
                            ? atom(handle)
                            : identities
                                    .insertAtoms(List.of(new IdentityRepository.AtomRow(row.customerId(), now)))
                                    .replaceWith(row.customerId()));
        });
    }

    Uni<Void> require(Collection<UUID> customers) {
        return identities
                .survivors(customers)
                .invoke(found -> {
                    if (!found.keySet().containsAll(new HashSet<>(customers))) {
                        throw new Problem(CommonProblem.NOT_FOUND, "There is no such customer.");
                    }
                })
                .replaceWithVoid();
    }
}
