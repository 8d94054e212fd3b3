/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which word holds: the last one said before the moment, in whatever order they were recorded. Of two said in the same
 * moment the refusal holds.
 */
final class ConsentRule {
    private static final Comparator<ConsentEntry> LATEST = Comparator.comparing(ConsentEntry::effectiveAt)
            .thenComparing(ConsentEntry::given, Comparator.reverseOrder())
            .thenComparing(ConsentEntry::recordedAt)
            .thenComparing(ConsentEntry::consentId);

    private ConsentRule() {}

    /** A purpose that customers are asked for. */
    record Purpose(String name, Map<String, String> title, String wording) {}

    static Optional<ConsentEntry> holding(List<ConsentEntry> said, String purpose, Instant at) {
        return said.stream()
                .filter(entry -> entry.purpose().equals(purpose))
                .filter(entry -> !entry.effectiveAt().isAfter(at))
                .max(LATEST);
    }

    static ConsentState state(List<ConsentEntry> said, Purpose purpose, Instant at) {
        var holding = holding(said, purpose.name(), at);
        var state = holding.map(entry -> entry.given() ? ConsentState.GIVEN : ConsentState.WITHDRAWN)
                .orElse(ConsentState.NONE);
        return new ConsentState(purpose.name(), purpose.title(), state, purpose.wording(), holding.orElse(null));
    }

    /** Whether saying this changes nothing: it is what holds already, under the same text. */
    static boolean repeats(List<ConsentEntry> said, String purpose, boolean given, String wording, Instant at) {
        return holding(said, purpose, at)
                .filter(entry -> entry.given() == given && entry.wording().equals(wording))
                .isPresent();
    }
}
