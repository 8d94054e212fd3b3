/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.Tombstones;
import fi.saumaton.customer.fact.FactService;
import fi.saumaton.customer.identity.Identification;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.identity.ProvenHandle;
import fi.saumaton.customer.identity.Sighting;
import fi.saumaton.customer.person.PersonService;
import fi.saumaton.customer.timeline.TouchpointSourceRepository.Row;
import fi.saumaton.customer.timeline.TouchpointSourceRepository.Source;
import fi.saumaton.customer.timeline.VersionRule.Outcome;
import fi.saumaton.kit.outbox.Outbox;

/**
 * Writes entries into timelines, inside the caller's write transaction: a batch of them takes as many statements as one.
 * No two of a batch may have the same key.
 */
@ApplicationScoped
class RecordingService {
    private final TouchpointSourceRepository sources;
    private final IdentityService identities;
    private final TimelineService timeline;
    private final FactService facts;
    private final PersonService people;
    private final Removal removal;
    private final Tombstones tombstones;
    private final Outbox outbox;
    private final Clock clock;

    RecordingService(
            TouchpointSourceRepository sources,
            IdentityService identities,
            TimelineService timeline,
            FactService facts,
            PersonService people,
            Removal removal,
            Tombstones tombstones,
            Outbox outbox,
            Clock clock) {
        this.sources = sources;
        this.identities = identities;
        this.timeline = timeline;
        this.facts = facts;
        this.people = people;
        this.removal = removal;
        this.tombstones = tombstones;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What became of an entry.
     *
     * @param customerId the surviving customer; null for an entry that was taken away before it came, or whose customer
     *     was erased
     */
    record Result(UUID touchpointId, UUID customerId, Outcome outcome) {}

    /**
     * Whose an entry is.
     *
     * @param before what stood in a timeline under the entry's key; null for a new one
     */
    record Place(Entry entry, Outcome outcome, Source before, Identification who) {}

    /**
     * The entries' results, in their order.
     *
     * @param caller who sent them
     * @param telling whether others are told of every entry; of new customers they are told anyhow
     */
    Uni<List<Result>> write(List<Entry> entries, String caller, boolean telling) {
        return tombstones.late(signs(entries)).chain(late -> {
            var living =
                    entries.stream().filter(entry -> !late.contains(entry.id())).toList();
            return writeLiving(living, caller, telling).map(written -> withErased(entries, late, written));
        });
    }

    private static List<Tombstones.Sign> signs(List<Entry> entries) {
        return entries.stream()
                .flatMap(entry -> entry.handles().stream()
                        .map(ProvenHandle::handle)
                        .map(handle -> new Tombstones.Sign(
                                entry.id(),
                                handle.kind(),
                                handle.value(),
                                entry.request().occurredAt())))
                .toList();
    }

    private static List<Result> withErased(List<Entry> entries, Set<UUID> late, List<Result> written) {
        var others = written.iterator();
        return entries.stream()
                .map(entry -> late.contains(entry.id()) ? new Result(entry.id(), null, Outcome.ERASED) : others.next())
                .toList();
    }

    private Uni<List<Result>> writeLiving(List<Entry> entries, String caller, boolean telling) {
        var now = clock.instant();
        return sources.reserve(entries, caller, now).chain(fresh -> {
            var others = entries.stream()
                    .map(Entry::key)
                    .filter(key -> !fresh.contains(key))
                    .toList();
            return sources.lock(others).chain(stored -> settle(entries, stored, caller, telling, now));
        });
    }

    private Uni<List<Result>> settle(
            List<Entry> entries, Map<Entry.Key, Source> stored, String caller, boolean telling, Instant now) {
        Map<Entry.Key, Result> results = new HashMap<>();
        Map<Entry, Outcome> toWrite = new LinkedHashMap<>();
        for (var entry : entries) {
            var before = stored.get(entry.key());
            var outcome = before == null
                    ? Outcome.RECORDED
                    : VersionRule.decide(before.stored(), entry.request().number(), entry.hash(), caller);
            if (outcome.writes()) {
                toWrite.put(
                        before == null ? entry : entry.withId(before.stored().touchpointId()), outcome);
            } else {
                results.put(
                        entry.key(),
                        new Result(
                                before.stored().touchpointId(), before.stored().customerId(), outcome));
            }
        }
        return place(toWrite, stored)
                .call(places -> write(places, caller, telling, now))
                .invoke(places -> places.forEach(place -> results.put(
                        place.entry().key(),
                        new Result(place.entry().id(), place.who().customerId(), place.outcome()))))
                .replaceWith(() ->
                        entries.stream().map(entry -> results.get(entry.key())).toList());
    }

    private Uni<List<Place>> place(Map<Entry, Outcome> toWrite, Map<Entry.Key, Source> stored) {
        return identify(List.copyOf(toWrite.keySet()))
                .map(who -> toWrite.entrySet().stream()
                        .map(one -> new Place(
                                one.getKey(),
                                one.getValue(),
                                stored.get(one.getKey().key()),
                                who.get(one.getKey().id())))
                        .toList());
    }

    /** Entries of one day whose customers are named alike are one sighting, at the time of the earliest. */
    private Uni<Map<UUID, Identification>> identify(List<Entry> entries) {
        Map<UUID, Identification> who = new HashMap<>();
        entries.stream()
                .filter(entry -> entry.customerId() != null)
                .forEach(entry -> who.put(
                        entry.id(),
                        new Identification(entry.id(), entry.customerId(), entry.customerId(), false, List.of())));
        Map<Entry.Whose, Entry> earliest = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> entry.customerId() == null)
                .forEach(entry -> earliest.merge(entry.whose(), entry, RecordingService::earlier));
        return identities
                .identify(earliest.values().stream()
                        .map(RecordingService::sighting)
                        .toList())
                .invoke(found -> entries.stream()
                        .filter(entry -> entry.customerId() == null)
                        .forEach(entry -> who.put(
                                entry.id(),
                                found.get(earliest.get(entry.whose()).id()))))
                .replaceWith(who);
    }

    private static Entry earlier(Entry one, Entry other) {
        return other.request().occurredAt().isBefore(one.request().occurredAt()) ? other : one;
    }

    private static Sighting sighting(Entry entry) {
        return new Sighting(
                entry.id(),
                entry.handles(),
                entry.request().customer().displayName(),
                null,
                entry.request().system(),
                entry.request().occurredAt());
    }

    private Uni<Void> write(List<Place> places, String caller, boolean telling, Instant now) {
        if (places.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        var replaced = places.stream()
                .filter(place -> place.before() != null && place.before().stands())
                .toList();
        return removal.remove(replaced.stream().map(Place::before).toList())
                .chain(() -> sources.settle(places.stream()
                        .map(place -> Row.of(place.entry(), place.who().recordedUnder(), caller, now))
                        .toList()))
                .chain(() -> timeline.add(places.stream()
                        .map(place -> place.entry().touchpoint(place.who().recordedUnder(), now))
                        .toList()))
                .chain(() -> facts.learn(places.stream()
                        .map(place -> place.entry().event(place.who().recordedUnder()))
                        .toList()))
                .chain(() -> tell(places))
                .chain(() -> bought(places))
                .chain(() -> outbox.append(Telling.of(places, telling, now)));
    }

    private Uni<Void> tell(List<Place> places) {
        var done = Uni.createFrom().voidItem();
        for (var place : places) {
            var request = place.entry().request();
            if (request.customer() != null && request.customer().details() != null) {
                done = done.chain(() -> people.tell(
                        place.who().recordedUnder(),
                        Removal.source(place.entry().id()),
                        request.system(),
                        request.occurredAt(),
                        request.customer().details()));
            }
        }
        return done;
    }

    private Uni<Void> bought(List<Place> places) {
        return identities.bought(places.stream()
                .filter(place -> place.entry().isPurchase())
                .map(place -> place.who().recordedUnder())
                .collect(Collectors.toSet()));
    }
}
