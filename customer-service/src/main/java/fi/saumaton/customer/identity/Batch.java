/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import fi.saumaton.customer.identity.IdentityRepository.AtomRow;
import fi.saumaton.customer.identity.IdentityRepository.Had;
import fi.saumaton.customer.identity.IdentityRepository.HandleRow;
import fi.saumaton.customer.identity.IdentityRepository.LinkRow;
import fi.saumaton.customer.identity.IdentityRepository.Stored;
import fi.saumaton.customer.identity.IdentityRepository.Told;
import fi.saumaton.kit.id.Ids;

/** What is known while the sightings of one batch are worked on. */
final class Batch {
    private final List<Sighting> sightings;
    private final Instant now;
    private final Map<Handle, Known> known = new HashMap<>();
    private final Map<Handle, NavigableMap<Instant, Known>> ended = new HashMap<>();
    private final Map<UUID, UUID> atomOf = new HashMap<>();
    private final Set<UUID> fresh = new HashSet<>();
    private final Map<UUID, Evident> evidence = new LinkedHashMap<>();

    /** A link that a sighting supports. */
    record Evident(Sighting sighting, ProvenHandle proven, LinkRow row) {}

    Batch(List<Sighting> sightings, Instant now) {
        this.sightings = sightings;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    List<Handle> handles() {
        return sightings.stream()
                .flatMap(sighting -> sighting.handles().stream())
                .map(ProvenHandle::handle)
                .toList();
    }

    void know(Collection<Had> found) {
        for (var had : found) {
            if (had.known().current()) {
                known.put(had.handle(), had.known());
            } else {
                ended.computeIfAbsent(had.handle(), any -> new TreeMap<>())
                        .put(had.known().endedAt(), had.known());
            }
        }
    }

    /** Whose the handle was when the sighting occurred, whenever we hear of it. Null when nobody has it yet. */
    private Known known(Handle handle, Sighting sighting) {
        var before = ended.containsKey(handle) ? ended.get(handle).higherEntry(sighting.occurredAt()) : null;
        return before == null ? known.get(handle) : before.getValue();
    }

    /** Handles nobody had before, with the atoms they will get; the surest of each sighting is the oldest. */
    List<HandleRow> unknown() {
        Map<Handle, HandleRow> rows = new LinkedHashMap<>();
        for (var sighting : sightings) {
            for (var proven : ProofRule.ranked(sighting.handles())) {
                var handle = proven.handle();
                if (known(handle, sighting) == null) {
                    rows.computeIfAbsent(
                            handle, any -> new HandleRow(Ids.next(), handle.kind(), handle.value(), Ids.next(), now));
                }
            }
        }
        return List.copyOf(rows.values());
    }

    /** @return the handles that somebody else was quicker to insert */
    List<Handle> won(List<HandleRow> tried, Set<UUID> won) {
        List<Handle> lost = new ArrayList<>();
        for (var row : tried) {
            var handle = new Handle(row.kind(), row.value());
            if (won.contains(row.id())) {
                known.put(handle, new Known(row.id(), row.customerId(), row.customerId(), false, null));
                fresh.add(row.customerId());
            } else {
                lost.add(handle);
            }
        }
        return lost;
    }

    /** The new atoms, among them one for each sighting that has proven nothing. */
    List<AtomRow> atoms() {
        for (var sighting : sightings) {
            var surest = ProofRule.ranked(sighting.handles()).stream().findFirst();
            if (surest.isEmpty()) {
                var anonymous = Ids.next();
                fresh.add(anonymous);
                atomOf.put(sighting.source(), anonymous);
            } else {
                atomOf.put(
                        sighting.source(),
                        known(surest.get().handle(), sighting).atom());
            }
        }
        return fresh.stream().map(id -> new AtomRow(id, now)).toList();
    }

    /** Each handle was proven, and each belongs to the same person as the surest one; all evidence once. */
    List<LinkRow> links() {
        Map<List<Object>, Evident> links = new LinkedHashMap<>();
        for (var sighting : sightings) {
            var handles = ProofRule.ranked(sighting.handles());
            for (var proven : handles) {
                add(links, sighting, proven, proven);
                if (proven != handles.getFirst()) {
                    add(links, sighting, proven, handles.getFirst());
                }
            }
        }
        links.values().forEach(link -> evidence.put(link.row().id(), link));
        return links.values().stream().map(Evident::row).toList();
    }

    /** Of two handles the less sure evidence counts. */
    private void add(Map<List<Object>, Evident> links, Sighting sighting, ProvenHandle proven, ProvenHandle surest) {
        var evidence = proven.evidence().confidence() <= surest.evidence().confidence()
                ? proven.evidence()
                : surest.evidence();
        var own = known(proven.handle(), sighting);
        var other = known(surest.handle(), sighting);
        if (proven != surest && own.atom().equals(other.atom())) {
            return;
        }
        var row = new LinkRow(
                Ids.next(),
                own.handleId(),
                own.atom(),
                other.atom(),
                evidence.code(),
                BigDecimal.valueOf(evidence.confidence()),
                sighting.source(),
                sighting.madeBy(),
                now,
                sighting.occurredAt(),
                proven != surest && (own.worn() || other.worn()) ? Refusal.WORN_HANDLE.code() : null);
        links.merge(
                List.of(row.atomId(), row.customerId(), row.evidence()),
                new Evident(sighting, proven, row),
                (a, b) -> a.row().occurredAt().isAfter(b.row().occurredAt()) ? b : a);
    }

    /** New links by the sighting they come from. */
    Map<UUID, List<Evident>> evidence(List<Stored> stored) {
        return stored.stream()
                .map(link -> evidence.get(link.id()))
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(link -> link.sighting().source()));
    }

    UUID atom(Sighting sighting) {
        return atomOf.get(sighting.source());
    }

    /** All atoms, with whom they redirected to when they were found. */
    Map<UUID, UUID> survivors() {
        Map<UUID, UUID> survivors = new HashMap<>();
        fresh.forEach(atom -> survivors.put(atom, atom));
        known.values().forEach(row -> survivors.put(row.atom(), row.survivorId()));
        ended.values().stream()
                .flatMap(before -> before.values().stream())
                .forEach(row -> survivors.put(row.atom(), row.survivorId()));
        return survivors;
    }

    Set<UUID> fresh() {
        return fresh;
    }

    List<Sighting> sightings() {
        return sightings;
    }

    /** What the sightings say of their atoms: of several names the first, of several languages the last. */
    Collection<Told> told() {
        Map<UUID, Told> told = new LinkedHashMap<>();
        for (var sighting : sightings) {
            if (sighting.displayName() != null || sighting.language() != null) {
                var at = sighting.occurredAt();
                var one = new Told(
                        atom(sighting),
                        sighting.displayName(),
                        sighting.displayName() == null ? null : at,
                        sighting.language(),
                        sighting.language() == null ? null : at);
                told.merge(one.id(), one, Batch::both);
            }
        }
        return told.values();
    }

    private static Told both(Told a, Told b) {
        boolean name = a.nameAt() != null && (b.nameAt() == null || !b.nameAt().isBefore(a.nameAt()));
        boolean language = a.languageAt() != null
                && (b.languageAt() == null || !b.languageAt().isAfter(a.languageAt()));
        return new Told(
                a.id(),
                name ? a.name() : b.name(),
                name ? a.nameAt() : b.nameAt(),
                language ? a.language() : b.language(),
                language ? a.languageAt() : b.languageAt());
    }
}
