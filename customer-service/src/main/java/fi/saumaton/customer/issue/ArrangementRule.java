/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * What the decisions that stand amount to. It is made anew from all of them, so that taking one back restores exactly what
 * would be without it, also for contacts that came meanwhile, and the order in which they are taken back does not matter.
 */
final class ArrangementRule {
    private ArrangementRule() {}

    /** @param issueId null: wherever the conversation's contact before it is */
    record Placing(long turn, UUID issueId) {}

    /** @param id in the order of the decisions */
    record Moved(UUID id, long turn, UUID issueId) {}

    /** One issue counts to another one. */
    record Joined(UUID issueId, UUID into) {}

    /**
     * Where a conversation's contacts are, by turn: where a person put them last, else where the rules did.
     *
     * @param rules at most one for each turn
     * @param standing the decisions that are not undone
     */
    static SortedMap<Long, UUID> places(Collection<Placing> rules, Collection<Moved> standing) {
        Map<Long, UUID> moved = new HashMap<>();
        standing.stream()
                .sorted(Comparator.comparing(move -> move.id().toString()))
                .forEach(move -> moved.put(move.turn(), move.issueId()));
        SortedMap<Long, UUID> places = new TreeMap<>();
        rules.stream().sorted(Comparator.comparingLong(Placing::turn)).forEach(rule -> {
            var before = places.isEmpty() ? null : places.lastEntry().getValue();
            var byRule = rule.issueId() == null ? before : rule.issueId();
            places.put(rule.turn(), moved.getOrDefault(rule.turn(), byRule));
        });
        return places;
    }

    /**
     * The issue that another one counts to: itself, or where the joins lead. They lead to an end as long as only an issue
     * that counts to itself is joined into another such one; should customers who were parted and joined again have made a
     * circle of them, all issues in it count to the first one.
     */
    static UUID survivor(UUID issueId, Collection<Joined> standing) {
        Map<UUID, UUID> into = new HashMap<>();
        standing.forEach(join -> into.put(join.issueId(), join.into()));
        var survivor = issueId;
        Set<UUID> seen = new HashSet<>();
        while (into.containsKey(survivor) && seen.add(survivor)) {
            survivor = into.get(survivor);
        }
        return into.containsKey(survivor) ? first(survivor, into) : survivor;
    }

    private static UUID first(UUID inCircle, Map<UUID, UUID> into) {
        var first = inCircle;
        for (var next = into.get(inCircle); !next.equals(inCircle); next = into.get(next)) {
            first = next.toString().compareTo(first.toString()) < 0 ? next : first;
        }
        return first;
    }

    /**
     * What each issue of one customer counts to. Joins with issues of somebody who turned out to be another person count
     * for nothing.
     */
    static Map<UUID, UUID> survivors(Collection<UUID> all, Collection<Joined> standing) {
        var own = standing.stream()
                .filter(join -> all.contains(join.issueId()) && all.contains(join.into()))
                .toList();
        Map<UUID, UUID> survivors = new LinkedHashMap<>();
        all.forEach(issue -> survivors.put(issue, survivor(issue, own)));
        return survivors;
    }
}
