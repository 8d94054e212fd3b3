/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import fi.saumaton.customer.fact.text.CompanyFile;

/**
 * What is known, from what the sources say. Depends on the set of rows only: neither the order in which they came nor how
 * often matters.
 */
final class FactRule {
    /** The best source of one fact, and the best fact of a kind of which a customer has one: proven, then new. */
    private static final Comparator<Fact> BEST = Comparator.comparing(Fact::proven)
            .thenComparing(Fact::observedAt)
            .thenComparing(Fact::sourceId)
            .thenComparing(Fact::value);

    private static final Comparator<KnownFact> NEWEST_FIRST = Comparator.comparing(KnownFact::lastSeenAt)
            .reversed()
            .thenComparing(KnownFact::kind)
            .thenComparing(KnownFact::value);

    private final CompanyFile company;

    FactRule(CompanyFile company) {
        this.company = company;
    }

    private record Key(String kind, String value) {}

    /** Newest first. */
    List<KnownFact> known(List<Fact> rows) {
        Map<Key, List<Fact>> byValue = new LinkedHashMap<>();
        rows.forEach(row -> byValue.computeIfAbsent(new Key(row.kind(), row.value()), key -> new ArrayList<>())
                .add(row));
        Map<String, Fact> bestOfKind = new HashMap<>();
        rows.forEach(row -> bestOfKind.merge(row.kind(), row, (a, b) -> BEST.compare(a, b) >= 0 ? a : b));
        return byValue.entrySet().stream()
                .map(entry -> known(
                        entry.getKey(),
                        entry.getValue(),
                        bestOfKind.get(entry.getKey().kind())))
                .sorted(NEWEST_FIRST)
                .toList();
    }

    private KnownFact known(Key key, List<Fact> rows, Fact bestOfKind) {
        var best = rows.stream().max(BEST).orElseThrow();
        boolean one =
                company.kinds().getOrDefault(key.kind(), CompanyFile.Kind.USUAL).one();
        return new KnownFact(
                id(key.kind(), key.value()),
                key.kind(),
                key.value(),
                best.shown(),
                best.proven(),
                best.confidence(),
                !one || bestOfKind.value().equals(key.value()),
                rows.stream()
                        .map(Fact::observedAt)
                        .min(Comparator.naturalOrder())
                        .orElseThrow(),
                rows.stream()
                        .map(Fact::observedAt)
                        .max(Comparator.naturalOrder())
                        .orElseThrow(),
                rows.stream()
                        .map(Fact::expiresAt)
                        .filter(Objects::nonNull)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                (int) rows.stream().map(Fact::sourceId).distinct().count(),
                new KnownFact.Source(best.source(), best.sourceId(), best.conversationId(), best.madeBy()));
    }

    /** The same for the same fact, so that it needs no row of its own. */
    static UUID id(String kind, String value) {
        return UUID.nameUUIDFromBytes((kind + "\n" + value).getBytes(StandardCharsets.UTF_8));
    }

    /** Sensitive values only for whoever asks for them. */
    KnownFact veiled(KnownFact fact) {
        if (!company.kinds().getOrDefault(fact.kind(), CompanyFile.Kind.USUAL).sensitive()) {
            return fact;
        }
        var end = fact.value().substring(Math.max(0, fact.value().length() - 2));
        return new KnownFact(
                fact.factId(),
                fact.kind(),
                null,
                "…" + end,
                fact.proven(),
                fact.confidence(),
                fact.current(),
                fact.since(),
                fact.lastSeenAt(),
                fact.expiresAt(),
                fact.sources(),
                fact.source());
    }
}
