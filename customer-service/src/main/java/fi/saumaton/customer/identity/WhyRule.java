/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.customer.identity.LinkView.Chain;
import fi.saumaton.customer.identity.LinkView.End;

/** Explains a customer: the shortest chain of evidence to each of its handles, over the surest links. */
final class WhyRule {
    private static final Comparator<LinkView> SUREST =
            Comparator.comparing(LinkView::confidence).reversed().thenComparing(LinkView::occurredAt);

    private WhyRule() {}

    /** @param ends all that belongs to the customer, the survivor's first */
    static List<Chain> chains(List<End> ends, List<LinkView> links) {
        Map<UUID, List<LinkView>> linksOf = new HashMap<>();
        Map<UUID, List<LinkView>> proofs = new HashMap<>();
        links.stream().filter(LinkView::followed).sorted(SUREST).forEach(link -> {
            var map = link.other() == null ? proofs : linksOf;
            map.computeIfAbsent(link.one().customerId(), any -> new ArrayList<>())
                    .add(link);
            if (link.other() != null) {
                map.computeIfAbsent(link.other().customerId(), any -> new ArrayList<>())
                        .add(link);
            }
        });
        var steps = ends.isEmpty()
                ? Map.<UUID, List<LinkView>>of()
                : walk(ends.getFirst().customerId(), linksOf);
        return ends.stream()
                .map(end -> new Chain(
                        end,
                        steps.getOrDefault(end.customerId(), List.of()),
                        proofs.getOrDefault(end.customerId(), List.of())))
                .toList();
    }

    private static Map<UUID, List<LinkView>> walk(UUID start, Map<UUID, List<LinkView>> linksOf) {
        Map<UUID, List<LinkView>> steps = new LinkedHashMap<>();
        steps.put(start, List.of());
        var waiting = new ArrayDeque<UUID>();
        waiting.add(start);
        while (!waiting.isEmpty()) {
            var at = waiting.poll();
            for (var link : linksOf.getOrDefault(at, List.of())) {
                boolean forward = link.one().customerId().equals(at);
                var next = (forward ? link.other() : link.one()).customerId();
                if (!steps.containsKey(next)) {
                    List<LinkView> there = new ArrayList<>(steps.get(at));
                    there.add(link);
                    steps.put(next, List.copyOf(there));
                    waiting.add(next);
                }
            }
        }
        return steps;
    }
}
