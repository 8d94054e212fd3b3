/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import fi.saumaton.customer.identity.Graph.Atom;
import fi.saumaton.customer.identity.Graph.Link;

/**
 * Who is one person: a function of the evidence alone, whatever the order in which it came, so that evidence taken back
 * leaves nothing behind. The surest links are followed first, among equals the oldest. Four things keep wrong histories
 * apart:
 *
 * <ul>
 *   <li>different customer numbers (or logins) are different people, even when they share an address;
 *   <li>whoever was marked as different people stays so;
 *   <li>a handle that equally sure evidence gives to two different people belongs to neither;
 *   <li>a browser's visitor id goes along with one person, and never joins two.
 * </ul>
 *
 * A link that somebody has forced joins two people in spite of all that.
 */
final class ClusterRule {
    /** The one that stands for the others: a person before a browser, the oldest before the younger ones. */
    private static final Comparator<Atom> OLDEST_PERSON = Comparator.comparing((Atom atom) -> !atom.personal())
            .thenComparing(Atom::createdAt)
            .thenComparing(Atom::id);

    private final int maxHandles;
    private final Map<UUID, Cluster> clusterOf = new HashMap<>();
    private final Map<UUID, Atom> atoms = new LinkedHashMap<>();
    private final Map<UUID, Set<UUID>> differences = new HashMap<>();
    private final Map<UUID, Refusal> refusals = new HashMap<>();
    private final Set<UUID> shared = new HashSet<>();

    /**
     * @param survivors by atom; a survivor stands for itself
     * @param refusals by link: those that are not followed, and why
     */
    record Outcome(Map<UUID, UUID> survivors, Map<UUID, Refusal> refusals) {}

    private ClusterRule(Graph graph, int maxHandles) {
        this.maxHandles = maxHandles;
        for (var atom : graph.atoms()) {
            atoms.put(atom.id(), atom);
            clusterOf.put(atom.id(), new Cluster(atom));
        }
        for (var difference : graph.differences()) {
            differences.computeIfAbsent(difference.a(), any -> new HashSet<>()).add(difference.b());
            differences.computeIfAbsent(difference.b(), any -> new HashSet<>()).add(difference.a());
        }
    }

    /** @param maxHandles handles of one customer, browsers among them */
    static Outcome resolve(Graph graph, int maxHandles) {
        var rule = new ClusterRule(graph, maxHandles);
        rule.follow(graph.links());
        return rule.outcome();
    }

    /** What is forced joins people as a whole; after that the rest is looked at again, since they are no longer two. */
    private void follow(Collection<Link> links) {
        var oldestFirst = Comparator.comparing(Link::occurredAt)
                .thenComparing((Link link) -> name(link.a()))
                .thenComparing(link -> name(link.b()));
        var ordered = links.stream().sorted(oldestFirst).toList();
        var evident = ordered.stream().filter(link -> !link.forced()).toList();
        followEvident(evident);
        if (evident.size() < ordered.size()) {
            ordered.stream().filter(Link::forced).forEach(this::join);
            refusals.clear();
            shared.clear();
            followEvident(evident);
        }
    }

    private void followEvident(List<Link> links) {
        Map<Double, List<Link>> byStrength = new HashMap<>();
        List<Link> browsers = new ArrayList<>();
        for (var link : links) {
            boolean browser =
                    atoms.get(link.a()).visitor() || atoms.get(link.b()).visitor();
            var list = browser ? browsers : byStrength.computeIfAbsent(link.confidence(), any -> new ArrayList<>());
            list.add(link);
        }
        byStrength.entrySet().stream()
                .sorted(Map.Entry.<Double, List<Link>>comparingByKey().reversed())
                .forEach(group -> followEqual(group.getValue()));
        followBrowsers(browsers);
    }

    /** Links of the same strength. */
    private void followEqual(List<Link> links) {
        findShared(links);
        for (var link : links) {
            if (shared.contains(link.a()) || shared.contains(link.b())) {
                refusals.put(link.id(), Refusal.SHARED_HANDLE);
            } else {
                var refusal = refusal(clusterOf.get(link.a()), clusterOf.get(link.b()));
                if (refusal == null) {
                    join(link);
                } else {
                    refusals.put(link.id(), refusal);
                }
            }
        }
    }

    /** Somebody without a number of their own, whose links lead to two people who can't be one, is none of them. */
    private void findShared(List<Link> links) {
        Map<Cluster, Set<Cluster>> reached = new LinkedHashMap<>();
        for (var link : links) {
            for (var end : List.of(link.a(), link.b())) {
                var cluster = clusterOf.get(end);
                if (cluster.numbers.isEmpty()) {
                    reached.computeIfAbsent(cluster, any -> new LinkedHashSet<>())
                            .add(clusterOf.get(link.other(end)));
                }
            }
        }
        reached.forEach((cluster, others) -> {
            if (anyTwoDiffer(others)) {
                cluster.atoms.forEach(atom -> shared.add(atom.id()));
            }
        });
    }

    private boolean anyTwoDiffer(Set<Cluster> clusters) {
        return anyTwoContradict(clusters) || anyTwoMarkedDifferent(clusters);
    }

    /** Two have other numbers of a kind, when one of them has others than the first that has any. */
    private static boolean anyTwoContradict(Set<Cluster> clusters) {
        Map<String, Set<String>> first = new HashMap<>();
        for (var cluster : clusters) {
            for (var own : cluster.numbers.entrySet()) {
                var before = first.putIfAbsent(own.getKey(), own.getValue());
                if (before != null && !before.equals(own.getValue())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean anyTwoMarkedDifferent(Set<Cluster> clusters) {
        return !differences.isEmpty()
                && clusters.stream()
                        .anyMatch(cluster -> cluster.atoms.stream()
                                .flatMap(atom -> differences.getOrDefault(atom.id(), Set.of()).stream())
                                .map(clusterOf::get)
                                .anyMatch(other -> other != cluster && clusters.contains(other)));
    }

    /** Browsers that belong together count as one. One that several people have used tells none of them. */
    private void followBrowsers(List<Link> links) {
        followEqual(links.stream().filter(this::betweenBrowsers).toList());
        Map<Cluster, List<Link>> byBrowsers = new LinkedHashMap<>();
        Map<Cluster, Set<Cluster>> people = new HashMap<>();
        for (var link : links) {
            if (!betweenBrowsers(link)) {
                var browser = atoms.get(link.a()).visitor() ? link.a() : link.b();
                var browsers = clusterOf.get(browser);
                byBrowsers.computeIfAbsent(browsers, any -> new ArrayList<>()).add(link);
                var reached = people.computeIfAbsent(browsers, any -> new HashSet<>(List.of(browsers)));
                reached.add(clusterOf.get(link.other(browser)));
            }
        }
        people.values().forEach(reached -> reached.removeIf(cluster -> cluster.personal == 0));
        byBrowsers.forEach((browsers, own) -> {
            if (people.get(browsers).size() > 1) {
                own.forEach(link -> refusals.put(link.id(), Refusal.SHARED_HANDLE));
            } else {
                followEqual(own);
            }
        });
    }

    private boolean betweenBrowsers(Link link) {
        return atoms.get(link.a()).visitor() && atoms.get(link.b()).visitor();
    }

    private void join(Link link) {
        var one = clusterOf.get(link.a());
        var other = clusterOf.get(link.b());
        if (one != other) {
            var large = one.atoms.size() >= other.atoms.size() ? one : other;
            var small = large == one ? other : one;
            large.take(small);
            small.atoms.forEach(atom -> clusterOf.put(atom.id(), large));
        }
    }

    /** Why two clusters can't be joined; null when they can, or are one already. */
    private Refusal refusal(Cluster one, Cluster other) {
        if (one == other) {
            return null;
        }
        if (markedDifferent(one, other)) {
            return Refusal.MARKED_DIFFERENT;
        }
        if (one.contradicts(other)) {
            return Refusal.DIFFERENT_PEOPLE;
        }
        return one.handles + other.handles > maxHandles ? Refusal.TOO_MANY_HANDLES : null;
    }

    private boolean markedDifferent(Cluster one, Cluster other) {
        if (differences.isEmpty()) {
            return false;
        }
        var small = one.atoms.size() <= other.atoms.size() ? one : other;
        var large = small == one ? other : one;
        return small.atoms.stream()
                .flatMap(atom -> differences.getOrDefault(atom.id(), Set.of()).stream())
                .anyMatch(different -> clusterOf.get(different) == large);
    }

    private Outcome outcome() {
        Map<UUID, UUID> survivors = new HashMap<>();
        for (var cluster : new HashSet<>(clusterOf.values())) {
            var survivor =
                    cluster.atoms.stream().min(OLDEST_PERSON).orElseThrow().id();
            cluster.atoms.forEach(atom -> survivors.put(atom.id(), survivor));
        }
        return new Outcome(survivors, refusals);
    }

    /** Ids are made as things arrive, so they decide only about atoms without a handle. */
    private String name(UUID atom) {
        return atoms.get(atom).handles().stream()
                .min(Comparator.naturalOrder())
                .map(handle -> handle.kind() + ":" + handle.value())
                .orElse(atom.toString());
    }

    /** Atoms that belong together as far as links have been followed. */
    private static final class Cluster {
        private final List<Atom> atoms = new ArrayList<>(2);
        private final Map<String, Set<String>> numbers = new HashMap<>(2);
        private int handles;
        private int personal;

        Cluster(Atom atom) {
            atoms.add(atom);
            for (var handle : atom.handles()) {
                handles++;
                personal += handle.personal() ? 1 : 0;
                if (handle.exclusive()) {
                    numbers.computeIfAbsent(handle.kind(), any -> new HashSet<>())
                            .add(handle.value());
                }
            }
        }

        void take(Cluster other) {
            atoms.addAll(other.atoms);
            handles += other.handles;
            personal += other.personal;
            other.numbers.forEach((kind, values) ->
                    numbers.computeIfAbsent(kind, any -> new HashSet<>()).addAll(values));
        }

        /** Each has a number of a kind that the other one has a different one of. */
        boolean contradicts(Cluster other) {
            return numbers.entrySet().stream().anyMatch(own -> {
                var others = other.numbers.get(own.getKey());
                return others != null && !others.equals(own.getValue());
            });
        }
    }
}
