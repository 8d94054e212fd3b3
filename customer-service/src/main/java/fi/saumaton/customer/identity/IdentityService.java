/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.Batch.Evident;
import fi.saumaton.customer.identity.GraphRepository.Moved;
import fi.saumaton.customer.identity.GraphService.Settled;
import fi.saumaton.customer.identity.IdentityRepository.Stored;

/**
 * Tells who was met: finds the customer whom the proven handles belong to, or makes a new one, and writes down what the
 * sighting proves. Works inside the caller's write transaction, and leaves the customers locked in it.
 *
 * <p>Two replicas may meet the same new handle at the same moment: the unique handle lets one of them win, the other one
 * looks again and finds the winner's atom.
 */
@ApplicationScoped
public class IdentityService {
    private final IdentityRepository identities;
    private final GraphRepository shown;
    private final GraphService graph;
    private final Clock clock;

    IdentityService(IdentityRepository identities, GraphRepository shown, GraphService graph, Clock clock) {
        this.identities = identities;
        this.shown = shown;
        this.graph = graph;
        this.clock = clock;
    }

    /** Who was met in each sighting, by its source. */
    public Uni<Map<UUID, Identification>> identify(List<Sighting> sightings) {
        if (sightings.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        var batch = new Batch(sightings, clock.instant());
        return identities
                .findEver(batch.handles())
                .invoke(batch::know)
                .chain(() -> insert(batch))
                .chain(() -> identities.insertAtoms(batch.atoms()))
                .chain(() -> identities.insertLinks(batch.links()))
                .chain(stored -> settle(batch, stored));
    }

    /** Whoever loses a new handle to somebody else takes theirs: it is in the database by now. */
    private Uni<Void> insert(Batch batch) {
        var unknown = batch.unknown();
        return identities.insertHandles(unknown).chain(won -> {
            var lost = batch.won(unknown, won);
            return lost.isEmpty()
                    ? Uni.createFrom().voidItem()
                    : identities.findEver(lost).invoke(batch::know).chain(() -> insert(batch));
        });
    }

    private Uni<Map<UUID, Identification>> settle(Batch batch, List<Stored> stored) {
        Set<UUID> touched = new HashSet<>();
        for (var link : stored) {
            if (!link.atomId().equals(link.customerId())) {
                touched.add(link.atomId());
                touched.add(link.customerId());
            }
        }
        return identities
                .lockSurvivors(batch.survivors())
                .chain(held -> graph.settle(touched).chain(settled -> {
                    Map<UUID, UUID> survivors = new HashMap<>(held);
                    survivors.putAll(settled.survivors());
                    return tell(batch).replaceWith(() -> identifications(batch, survivors, settled, stored));
                }));
    }

    private Uni<Void> tell(Batch batch) {
        return identities.tell(batch.told()).chain(shown::show);
    }

    private static Map<UUID, Identification> identifications(
            Batch batch, Map<UUID, UUID> survivors, Settled settled, List<Stored> stored) {
        var before = settled.moved().stream().collect(Collectors.toMap(Moved::id, Moved::from));
        Set<UUID> known = settled.moved().stream()
                .filter(move -> !batch.fresh().contains(move.id()))
                .map(Moved::to)
                .collect(Collectors.toSet());
        var evidence = batch.evidence(stored);
        Map<UUID, List<CustomerEvent>> changes = settled.events(batch.fresh(), batch.now()).stream()
                .collect(Collectors.groupingBy(CustomerEvent::customerId));
        Map<UUID, Identification> identified = new HashMap<>();
        Set<UUID> announced = new HashSet<>();
        for (var sighting : batch.sightings()) {
            var atom = batch.atom(sighting);
            var survivor = survivors.get(atom);
            boolean created = batch.fresh().contains(survivor) && !known.contains(survivor) && announced.add(survivor);
            List<CustomerEvent> events = new ArrayList<>();
            if (created) {
                events.add(new CustomerEvent.Created(survivor, batch.now()));
            }
            evidence.getOrDefault(sighting.source(), List.of()).stream()
                    .map(link -> linked(link, survivors, before, batch))
                    .flatMap(Optional::stream)
                    .forEach(events::add);
            events.addAll(Optional.ofNullable(changes.remove(survivor)).orElse(List.of()));
            identified.put(sighting.source(), new Identification(sighting.source(), survivor, atom, created, events));
        }
        changes.values().stream()
                .flatMap(List::stream)
                .forEach(event -> identified.values().iterator().next().events().add(event));
        return identified;
    }

    /** A browser that was recognised is no news; and what is not followed has linked nothing. */
    private static Optional<CustomerEvent> linked(
            Evident link, Map<UUID, UUID> survivors, Map<UUID, UUID> before, Batch batch) {
        var row = link.row();
        var survivor = survivors.get(row.atomId());
        var joined = Optional.ofNullable(before.get(row.atomId()))
                .filter(old -> !batch.fresh().contains(old) && !old.equals(survivor))
                .orElse(null);
        if (!survivor.equals(survivors.get(row.customerId()))
                || joined == null && !link.proven().handle().personal()) {
            return Optional.empty();
        }
        return Optional.of(new CustomerEvent.Linked(
                survivor,
                StatedHandle.of(link.proven()),
                BigDecimal.valueOf(row.confidence().doubleValue()),
                joined,
                batch.now()));
    }

    /** The customers whom handles belong to now; unknown handles are left out. Links nothing. */
    public Uni<Map<Handle, UUID>> owners(List<Handle> handles) {
        return identities
                .find(handles)
                .map(known -> known.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().survivorId())));
    }

    /**
     * Locks customers who are known already, by the ids they were recorded under.
     *
     * @return their survivors, by the ids asked for
     */
    public Uni<Map<UUID, UUID>> hold(Collection<UUID> recordedUnder) {
        return recordedUnder.isEmpty() ? Uni.createFrom().item(Map.of()) : identities.lockSurvivors(recordedUnder);
    }

    /**
     * Moves customers on in the life cycle.
     *
     * @param recordedUnder those whom purchases are recorded under
     */
    public Uni<Void> bought(Collection<UUID> recordedUnder) {
        return recordedUnder.isEmpty()
                ? Uni.createFrom().voidItem()
                : identities.bought(recordedUnder).chain(shown::show);
    }

    /** The survivors of customers, by the ids asked for. */
    public Uni<Map<UUID, UUID>> survivors(Collection<UUID> customers) {
        return identities.survivors(customers);
    }

    /** The customer that an id stands for: itself, or the one it was joined to. Empty when there is none. */
    public Uni<Optional<UUID>> survivor(UUID customerId) {
        return identities.survivor(customerId).map(Optional::ofNullable);
    }
}
