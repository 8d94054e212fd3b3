/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.identity.Graph.Atom;
import fi.saumaton.customer.identity.Graph.Difference;
import fi.saumaton.customer.identity.Graph.Link;

/** A graph in the making, without a database: atoms by their handles, links by what was seen together. */
final class Atoms {
    static final Instant START = Instant.parse("2026-11-01T08:00:00Z");

    private final Map<Handle, Atom> atoms = new LinkedHashMap<>();
    private final Map<List<Object>, Link> links = new LinkedHashMap<>();
    private final Set<Difference> differences = new HashSet<>();
    private int born;

    /** Handles that were proven together, as {@link Batch} links them. */
    Atoms seen(int minute, Evidence evidence, Handle... handles) {
        var ranked = ProofRule.ranked(List.of(handles).stream()
                .map(handle -> new ProvenHandle(handle, evidence))
                .toList());
        var surest = atom(ranked.getFirst().handle());
        ranked.stream().skip(1).forEach(proven -> link(minute, evidence, false, atom(proven.handle()), surest));
        return this;
    }

    Atoms forced(int minute, Handle one, Handle other) {
        link(minute, Evidence.CONFIRMED, true, atom(one), atom(other));
        return this;
    }

    Atoms different(Handle one, Handle other) {
        differences.add(new Difference(atom(one).id(), atom(other).id()));
        return this;
    }

    /** Takes back all links between two handles. */
    Atoms unlink(Handle one, Handle other) {
        var ends = Set.of(atom(one).id(), atom(other).id());
        links.values().removeIf(link -> ends.equals(Set.of(link.a(), link.b())));
        return this;
    }

    private Atom atom(Handle handle) {
        return atoms.computeIfAbsent(handle, any -> {
            var id = UUID.randomUUID();
            return new Atom(id, START.plusSeconds(born++), Set.of(handle), id);
        });
    }

    private void link(int minute, Evidence evidence, boolean forced, Atom a, Atom b) {
        var at = START.plusSeconds(60L * minute);
        links.merge(
                List.of(a.id(), b.id(), evidence, forced),
                new Link(UUID.randomUUID(), a.id(), b.id(), evidence.confidence(), forced, at, null),
                (old, late) -> late.occurredAt().isBefore(old.occurredAt()) ? late : old);
    }

    Graph graph() {
        return new Graph(List.copyOf(atoms.values()), List.copyOf(links.values()), differences);
    }

    ClusterRule.Outcome resolve() {
        return ClusterRule.resolve(graph(), 250);
    }

    /** The handles of each customer; whoever stands alone is left out. */
    Set<Set<Handle>> people() {
        return people(resolve(), 2);
    }

    Set<Set<Handle>> people(ClusterRule.Outcome outcome, int atLeast) {
        Map<UUID, Set<Handle>> clusters = new HashMap<>();
        atoms.forEach(
                (handle, atom) -> clusters.computeIfAbsent(outcome.survivors().get(atom.id()), any -> new HashSet<>())
                        .add(handle));
        var people = new HashSet<>(clusters.values());
        people.removeIf(handles -> handles.size() < atLeast);
        return people;
    }

    Handle survivor(Handle handle) {
        var survivor = resolve().survivors().get(atom(handle).id());
        return atoms.values().stream()
                .filter(atom -> atom.id().equals(survivor))
                .findFirst()
                .orElseThrow()
                .handles()
                .iterator()
                .next();
    }

    Collection<Refusal> refusals() {
        return new ArrayList<>(resolve().refusals().values());
    }
}
