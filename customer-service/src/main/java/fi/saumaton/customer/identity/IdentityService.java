/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.IdentityRepository.CustomerRow;
import fi.saumaton.customer.identity.IdentityRepository.HandleRow;
import fi.saumaton.customer.identity.IdentityRepository.JoinRow;
import fi.saumaton.customer.identity.IdentityRepository.LinkRow;
import fi.saumaton.kit.id.Ids;

/**
 * Tells who was met: finds the customer whom the proven handles belong to, or makes a new one, and joins customers whom
 * one sender proves to be the same. Works inside the caller's write transaction, and leaves the customers locked in it.
 *
 * <p>Two replicas may meet the same new handle at the same moment: the unique handle lets one of them win, the other one
 * looks again and finds the winner's customer.
 */
@ApplicationScoped
public class IdentityService {
    private final IdentityRepository identities;
    private final Clock clock;

    IdentityService(IdentityRepository identities, Clock clock) {
        this.identities = identities;
        this.clock = clock;
    }

    /** Who was met in each sighting, by its source. */
    public Uni<Map<UUID, Identification>> identify(List<Sighting> sightings) {
        Map<UUID, Identification> done = new HashMap<>();
        return settle(sightings, done).replaceWith(done);
    }

    /** The customers whom handles belong to now; unknown handles are left out. Links nothing. */
    public Uni<Map<Handle, UUID>> owners(List<Handle> handles) {
        return identities
                .find(handles)
                .map(known -> known.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, entry -> entry.getValue().customerId())));
    }

    /**
     * Locks customers who are known already, by the ids they were recorded under.
     *
     * @return their survivors, by the ids asked for
     */
    public Uni<Map<UUID, UUID>> hold(Collection<UUID> recordedUnder) {
        if (recordedUnder.isEmpty()) {
            return Uni.createFrom().item(Map.of());
        }
        return identities
                .survivors(recordedUnder)
                .chain(survivors -> identities
                        .lock(Set.copyOf(survivors.values()))
                        .chain(moved -> moved.isEmpty() ? Uni.createFrom().item(survivors) : hold(recordedUnder)));
    }

    /** Moves the customer on in the life cycle. */
    public Uni<Void> bought(UUID customerId) {
        return identities.bought(customerId).replaceWithVoid();
    }

    /** The customer that an id stands for: itself, or the one it was joined to. Empty when there is none. */
    public Uni<Optional<UUID>> survivor(UUID customerId) {
        return identities.survivor(customerId).map(Optional::ofNullable);
    }

    private Uni<Void> settle(List<Sighting> waiting, Map<UUID, Identification> done) {
        if (waiting.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var handles = waiting.stream()
                .flatMap(sighting -> sighting.handles().stream())
                .map(ProvenHandle::handle)
                .toList();
        return identities
                .find(handles)
                .map(known -> Wave.choose(waiting, known))
                .chain(wave -> identities.lock(wave.customers()).map(wave::without))
                .chain(wave -> work(wave, done))
                .chain(left -> settle(left, done));
    }

    /** @return the sightings to be looked at again */
    private Uni<List<Sighting>> work(Wave wave, Map<UUID, Identification> done) {
        var now = clock.instant();
        return identities
                .clusters(wave.unsettled())
                .map(clusters -> wave.sightings().stream()
                        .map(sighting -> Plan.of(sighting, wave.known(), clusters, wave.settled(sighting)))
                        .toList())
                .chain(plans ->
                        identities.insertHandles(handles(plans, now)).chain(won -> write(plans, won, now, done)))
                .map(lost -> {
                    List<Sighting> left = new ArrayList<>(lost);
                    left.addAll(wave.waiting());
                    return left;
                });
    }

    /** @return the sightings that lost a handle to somebody else */
    private Uni<List<Sighting>> write(List<Plan> plans, Set<UUID> won, Instant now, Map<UUID, Identification> done) {
        var split = plans.stream()
                .collect(Collectors.partitioningBy(
                        plan -> plan.fresh().stream().allMatch(fresh -> won.contains(fresh.id()))));
        var good = split.get(true);
        var created = plans.stream()
                .filter(Plan::created)
                .filter(plan ->
                        plan.fresh().isEmpty() || plan.fresh().stream().anyMatch(fresh -> won.contains(fresh.id())))
                .toList();
        return identities
                .insertCustomers(customers(created, now))
                .chain(() -> identities.join(joins(good)))
                .chain(() -> identities.enrich(enrichments(good, now)))
                .chain(() -> link(good, now))
                .invoke(linked ->
                        good.forEach(plan -> done.put(plan.sighting().source(), identification(plan, linked, now))))
                .replaceWith(() -> split.get(false).stream().map(Plan::sighting).toList());
    }

    private Uni<Set<Plan.PlannedLink>> link(List<Plan> plans, Instant now) {
        Map<UUID, Plan.PlannedLink> planned = new HashMap<>();
        List<LinkRow> rows = new ArrayList<>();
        for (var plan : plans) {
            for (var link : plan.links()) {
                var row = row(link, plan.sighting(), now);
                rows.add(row);
                planned.put(row.id(), link);
            }
        }
        return identities
                .insertLinks(rows)
                .map(inserted -> inserted.stream().map(planned::get).collect(Collectors.toSet()));
    }

    private static LinkRow row(Plan.PlannedLink link, Sighting sighting, Instant now) {
        var evidence = link.proven().evidence();
        return new LinkRow(
                Ids.next(),
                link.handleId(),
                link.customerId(),
                evidence.code(),
                BigDecimal.valueOf(evidence.confidence()),
                sighting.source(),
                sighting.madeBy(),
                now);
    }

    private static Identification identification(Plan plan, Set<Plan.PlannedLink> linked, Instant now) {
        List<CustomerEvent> events = new ArrayList<>();
        if (plan.created()) {
            events.add(new CustomerEvent.Created(plan.customerId(), now));
        }
        plan.links().stream()
                .filter(linked::contains)
                .filter(link -> link.joins() != null || link.proven().handle().personal())
                .forEach(link -> events.add(new CustomerEvent.Linked(
                        plan.customerId(),
                        StatedHandle.of(link.proven()),
                        BigDecimal.valueOf(link.proven().evidence().confidence()),
                        link.joins(),
                        now)));
        return new Identification(
                plan.sighting().source(), plan.customerId(), plan.recordedUnder(), plan.created(), events);
    }

    private static List<HandleRow> handles(List<Plan> plans, Instant now) {
        return plans.stream()
                .flatMap(plan -> plan.fresh().stream()
                        .map(fresh -> new HandleRow(
                                fresh.id(),
                                fresh.handle().kind(),
                                fresh.handle().value(),
                                plan.customerId(),
                                now)))
                .toList();
    }

    private static List<JoinRow> joins(List<Plan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.joined().stream().map(joined -> new JoinRow(joined, plan.customerId())))
                .toList();
    }

    private static List<CustomerRow> customers(List<Plan> plans, Instant now) {
        return rows(plans, plan -> true, now);
    }

    private static List<CustomerRow> enrichments(List<Plan> plans, Instant now) {
        return rows(
                plans,
                plan -> !plan.created()
                        && (plan.sighting().displayName() != null
                                || plan.sighting().language() != null),
                now);
    }

    private static List<CustomerRow> rows(List<Plan> plans, Predicate<Plan> which, Instant now) {
        return plans.stream()
                .filter(which)
                .map(plan -> new CustomerRow(
                        plan.customerId(),
                        plan.sighting().displayName(),
                        plan.sighting().language(),
                        now))
                .toList();
    }
}
