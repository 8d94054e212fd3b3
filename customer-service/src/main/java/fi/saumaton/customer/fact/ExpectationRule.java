/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Sets what was expected against what was experienced: of the same order where both name one, else the first thing of its
 * sort after the promise.
 */
final class ExpectationRule {
    private final ZoneId zone;

    ExpectationRule(ZoneId zone) {
        this.zone = zone;
    }

    /** Newest promise first. */
    List<Expectation> of(List<Fact> facts, Instant now) {
        return facts.stream()
                .filter(fact -> fact.kind().equals(Fact.EXPECTATION))
                .sorted(Comparator.comparing(Fact::observedAt).reversed().thenComparing(Fact::value))
                .map(fact -> expectation(fact, facts, LocalDate.ofInstant(now, zone)))
                .filter(Objects::nonNull)
                .toList();
    }

    private Expectation expectation(Fact promised, List<Fact> facts, LocalDate today) {
        var due = day(detail(promised, "due"));
        if (due == null) {
            return null;
        }
        var experienced = experienced(promised, facts);
        boolean come = experienced.isPresent();
        long late = ChronoUnit.DAYS.between(due, experienced.orElse(today));
        return new Expectation(
                detail(promised, "subject"),
                due,
                experienced.orElse(null),
                come || late > 0 ? late : null,
                state(come, late),
                promised.shown(),
                detail(promised, "orderNumber"),
                promised.observedAt(),
                new KnownFact.Source(
                        promised.source(), promised.sourceId(), promised.conversationId(), promised.madeBy()));
    }

    private static String state(boolean come, long late) {
        if (come) {
            return late > 0 ? "late" : "kept";
        }
        return late > 0 ? "overdue" : "open";
    }

    private Optional<LocalDate> experienced(Fact promised, List<Fact> facts) {
        var order = detail(promised, "orderNumber");
        return facts.stream()
                .filter(fact -> fact.kind().equals(Fact.EXPERIENCE))
                .filter(fact -> Objects.equals(detail(fact, "subject"), detail(promised, "subject")))
                .filter(fact -> order == null
                        || detail(fact, "orderNumber") == null
                        || order.equals(detail(fact, "orderNumber")))
                .filter(fact -> fact.observedAt().isAfter(promised.observedAt()))
                .min(Comparator.comparing(Fact::observedAt))
                .map(fact -> day(detail(fact, "at")));
    }

    private static String detail(Fact fact, String key) {
        var value = fact.detail() == null ? null : fact.detail().get(key);
        return value == null ? null : value.toString();
    }

    /** A day, or an instant as systems write it; null when it is neither. */
    private LocalDate day(String written) {
        try {
            return written.length() <= 10
                    ? LocalDate.parse(written)
                    : OffsetDateTime.parse(written).atZoneSameInstant(zone).toLocalDate();
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
