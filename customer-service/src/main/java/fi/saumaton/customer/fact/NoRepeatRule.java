/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

import fi.saumaton.customer.fact.text.Asked;

/**
 * Which of what is asked for is known already. A telephone number said last year need not be asked for again; an order
 * number said last year does not tell which order is meant today.
 */
final class NoRepeatRule {
    /** How long what was said in another contact answers a question about the present matter. */
    private static final Duration FRESH = Duration.ofDays(14);

    private static final Set<String> LASTING =
            Set.of("phone", "email", "address", "customer-number", "business-id", "iban", "language", "name");

    /** Known only where it was said in the same conversation. */
    private static final Set<String> OF_THE_MOMENT = Set.of("date", "matter");

    /** Kinds that answer a question for another kind too. */
    private static final Map<String, Set<String>> ANSWERED_BY =
            Map.of("product", Set.of("product", "device"), "model", Set.of("product", "device"));

    private NoRepeatRule() {}

    /**
     * Which questions are repeats.
     *
     * @param known what counts now, newest first
     * @param conversationId in which is asked; null when there is none
     * @param at when; what is known later is no excuse and no fault
     */
    static List<Repeat> repeats(List<Asked> asked, List<KnownFact> known, UUID conversationId, Instant at) {
        return asked.stream()
                .flatMap(one -> known.stream()
                        .filter(answers(one.kind(), conversationId, at))
                        .limit(1)
                        .map(fact -> new Repeat(one, fact)))
                .toList();
    }

    private static Predicate<KnownFact> answers(String kind, UUID conversationId, Instant at) {
        var kinds = ANSWERED_BY.getOrDefault(kind, Set.of(kind));
        return fact -> kinds.contains(fact.kind())
                && fact.since().isBefore(at)
                && (!kind.equals("model") || hasDigit(fact.value()))
                && (!kind.equals("date")
                        || !Instant.parse(fact.value() + "T00:00:00Z").isAfter(at))
                && isNearEnough(fact, conversationId, at);
    }

    private static boolean isNearEnough(KnownFact fact, UUID conversationId, Instant at) {
        boolean here =
                conversationId != null && conversationId.equals(fact.source().conversationId());
        if (here || LASTING.contains(fact.kind())) {
            return true;
        }
        return !OF_THE_MOMENT.contains(fact.kind()) && fact.lastSeenAt().isAfter(at.minus(FRESH));
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }
}
