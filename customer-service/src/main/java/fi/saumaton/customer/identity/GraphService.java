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
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.GraphRepository.Moved;
import fi.saumaton.customer.identity.GraphRepository.Verdict;

/**
 * Keeps who redirects to whom in step with the evidence. Whoever has added or taken back evidence calls {@link #settle}
 * in the same transaction. Everything that the change can have an influence on is locked, looked at as a whole, and
 * written where it differs.
 */
@ApplicationScoped
class GraphService {
    /** From here on a shared handle is taken for everybody's: a company's mailbox, a browser in a shop. */
    private static final int WORN = 40;
    /**
     * So many times the handles one customer may have, and what hangs on them is no longer looked at again and again: a
     * storm of handles costs the same for each, however long it lasts.
     */
    private static final int STORM = 2;

    private final GraphRepository graphs;
    private final IdentityRepository identities;
    private final IdentityConfig config;
    private final Regrouping regrouping;
    private final Clock clock;

    GraphService(
            GraphRepository graphs,
            IdentityRepository identities,
            IdentityConfig config,
            Regrouping regrouping,
            Clock clock) {
        this.graphs = graphs;
        this.identities = identities;
        this.config = config;
        this.regrouping = regrouping;
        this.clock = clock;
    }

    /**
     * What has changed.
     *
     * @param survivors of all atoms that were looked at
     * @param refusals the links among them that are not followed, and why
     */
    record Settled(List<Moved> moved, Map<UUID, UUID> survivors, Map<UUID, Refusal> refusals) {
        static final Settled NOTHING = new Settled(List.of(), Map.of(), Map.of());

        /** @param fresh atoms that nobody has heard of yet, so that nobody need be told */
        List<CustomerEvent> events(Set<UUID> fresh, Instant at) {
            List<CustomerEvent> events = new ArrayList<>();
            for (var move : moved) {
                if (fresh.contains(move.id())) {
                    continue;
                }
                if (move.to().equals(move.id())) {
                    events.add(new CustomerEvent.Parted(move.from(), move.id(), at));
                } else if (move.from().equals(move.id())) {
                    events.add(new CustomerEvent.Joined(move.to(), move.id(), at));
                }
            }
            return events;
        }
    }

    Uni<Settled> settle(Collection<UUID> touched) {
        return touched.isEmpty()
                ? Uni.createFrom().item(Settled.NOTHING)
                : graphs.reach(touched).chain(this::settleLocked);
    }

    /** Somebody else may have added to it while we waited for the locks: then there is more to lock. */
    private Uni<Settled> settleLocked(Set<UUID> reached) {
        return identities
                .lockSurvivors(reached)
                .chain(() -> graphs.reach(reached))
                .chain(again -> again.equals(reached) ? apply(again) : settleLocked(again));
    }

    private Uni<Settled> apply(Set<UUID> atoms) {
        return graphs.read(atoms).chain(graph -> {
            var outcome = ClusterRule.resolve(graph, config.maxHandles());
            var settled = new Settled(moved(graph, outcome), outcome.survivors(), outcome.refusals());
            return graphs.judge(verdicts(graph, outcome))
                    .chain(() -> settled.moved().isEmpty() ? Uni.createFrom().voidItem() : move(settled))
                    .chain(() -> wear(graph, outcome))
                    .replaceWith(settled);
        });
    }

    private Uni<Void> move(Settled settled) {
        Set<UUID> changed = new HashSet<>();
        settled.moved().forEach(move -> {
            changed.add(move.from());
            changed.add(move.to());
        });
        var survivors = changed.stream().map(settled.survivors()::get).collect(Collectors.toSet());
        return graphs.move(settled.moved(), clock.instant())
                .chain(() -> graphs.show(survivors))
                .chain(() -> regrouping.regrouped(survivors));
    }

    private Uni<Void> wear(Graph graph, ClusterRule.Outcome outcome) {
        var shared = graph.links().stream()
                .filter(link -> outcome.refusals().get(link.id()) == Refusal.SHARED_HANDLE)
                .toList();
        if (shared.size() < WORN) {
            return Uni.createFrom().voidItem();
        }
        Set<UUID> ends = new HashSet<>();
        shared.forEach(link -> {
            ends.add(link.a());
            ends.add(link.b());
        });
        return graphs.wear(ends, WORN);
    }

    private static List<Moved> moved(Graph graph, ClusterRule.Outcome outcome) {
        return graph.atoms().stream()
                .filter(atom -> !outcome.survivors().get(atom.id()).equals(atom.survivorId()))
                .map(atom -> new Moved(
                        atom.id(), atom.survivorId(), outcome.survivors().get(atom.id())))
                .toList();
    }

    private List<Verdict> verdicts(Graph graph, ClusterRule.Outcome outcome) {
        boolean storm = graph.atoms().size() > STORM * config.maxHandles();
        return graph.links().stream()
                .map(link -> new Judged(link, verdict(outcome.refusals().get(link.id()), storm)))
                .filter(judged -> judged.link().refused() != judged.refusal())
                .map(judged -> new Verdict(
                        judged.link().id(),
                        judged.refusal() == null ? null : judged.refusal().code()))
                .toList();
    }

    private record Judged(Graph.Link link, Refusal refusal) {}

    private static Refusal verdict(Refusal refusal, boolean storm) {
        return storm && refusal == Refusal.TOO_MANY_HANDLES ? Refusal.WORN_HANDLE : refusal;
    }
}
