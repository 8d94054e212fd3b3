/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import fi.saumaton.customer.fact.text.CompanyFile;
import fi.saumaton.customer.fact.text.FactReader;
import fi.saumaton.customer.fact.text.Found;
import fi.saumaton.customer.fact.text.Promised;

/** What is learnt from a message or an event: facts with their source, confidence and expiry. */
final class LearningRule {
    /** Facts taken from one source; whoever lists more is not telling about themselves. */
    static final int MAX_FACTS = 30;

    static final int MAX_LENGTH = 300;

    /** Below this it is rather a guess. */
    private static final double LEAST = 0.5;

    private static final double PROVEN = 1.0;
    private static final double LANGUAGE_CONFIDENCE = 0.8;

    private final FactReader reader;
    private final CompanyFile company;
    private final ZoneId zone;

    LearningRule(FactReader reader, CompanyFile company, ZoneId zone) {
        this.reader = reader;
        this.company = company;
        this.zone = zone;
    }

    /** @param asked the kinds that were asked for just before, which tell what a bare number is */
    List<Fact> learn(Said said, Collection<String> asked) {
        if (said.text() == null || said.text().isBlank()) {
            return List.of();
        }
        return said.ours() ? promises(said) : told(said, asked);
    }

    private List<Fact> told(Said said, Collection<String> asked) {
        var reading = reader.read(said.text(), day(said.at()));
        List<Fact> facts = new ArrayList<>();
        if (reading.facts().isEmpty()) {
            reader.answer(said.text(), asked).forEach(found -> facts.add(told(said, found)));
        }
        reading.facts().stream()
                .filter(found -> found.confidence() >= LEAST && found.value().length() <= MAX_LENGTH)
                .limit(MAX_FACTS)
                .forEach(found -> facts.add(told(said, found)));
        if (reading.matter() != null) {
            facts.add(told(said, reading.matter()));
        }
        if (said.first() && reading.language() != null) {
            facts.add(told(
                    said, new Found(Fact.LANGUAGE, reading.language(), reading.language(), 0, 0, LANGUAGE_CONFIDENCE)));
        }
        return facts;
    }

    private Fact told(Said said, Found found) {
        return new Fact(
                said.messageId(),
                found.kind(),
                found.value(),
                said.customerId(),
                found.shown(),
                Fact.MESSAGE,
                said.conversationId(),
                null,
                false,
                found.confidence(),
                null,
                said.at(),
                expiry(found, said.at()));
    }

    private List<Fact> promises(Said said) {
        return reader.promises(said.text(), day(said.at())).stream()
                .limit(MAX_FACTS)
                .map(promised -> promise(said, promised))
                .toList();
    }

    private Fact promise(Said said, Promised promised) {
        return new Fact(
                said.messageId(),
                Fact.EXPECTATION,
                promised.subject() + ":" + promised.due(),
                said.customerId(),
                promised.shown(),
                Fact.MESSAGE,
                said.conversationId(),
                said.authorId(),
                false,
                promised.confidence(),
                Map.of("subject", promised.subject(), "due", promised.due().toString()),
                said.at(),
                said.at().plus(keep(Fact.EXPECTATION)));
    }

    /** What the company's own systems tell is proven. */
    List<Fact> learn(Event event) {
        if (event.data() == null) {
            return experiences(event).toList();
        }
        var named = company.eventFields().entrySet().stream()
                .filter(field -> isText(event.data().get(field.getKey())))
                .map(field -> fact(
                        event,
                        field.getValue(),
                        event.data().get(field.getKey()).toString(),
                        null));
        return Stream.of(named, expectations(event), experiences(event))
                .flatMap(facts -> facts)
                .distinct()
                .limit(MAX_FACTS)
                .toList();
    }

    private Stream<Fact> expectations(Event event) {
        return company.expectations().stream()
                .flatMap(expected -> expected.fields().stream()
                        .filter(field -> isText(event.data().get(field)))
                        .map(field -> {
                            var text = event.data().get(field).toString().strip();
                            return fact(
                                    event,
                                    Fact.EXPECTATION,
                                    expected.subject() + ":" + text,
                                    detail(event, expected.subject(), "due", text));
                        }));
    }

    private Stream<Fact> experiences(Event event) {
        return company.expectations().stream()
                .filter(expected -> expected.experiencedBy().contains(event.kind()))
                .map(expected -> {
                    var day = day(event.occurredAt()).toString();
                    return fact(
                            event,
                            Fact.EXPERIENCE,
                            expected.subject() + ":" + day,
                            detail(event, expected.subject(), "at", day));
                });
    }

    private Map<String, Object> detail(Event event, String subject, String what, String value) {
        var order = event.data() == null ? null : event.data().get("orderNumber");
        return order == null
                ? Map.of("subject", subject, what, value)
                : Map.of("subject", subject, what, value, "orderNumber", order.toString());
    }

    private Fact fact(Event event, String kind, String text, Map<String, Object> detail) {
        var value = text.strip();
        return new Fact(
                event.touchpointId(),
                kind,
                value,
                event.customerId(),
                value,
                Fact.TOUCHPOINT,
                null,
                event.system(),
                true,
                PROVEN,
                detail,
                event.occurredAt(),
                event.occurredAt().plus(keep(kind)));
    }

    private static boolean isText(Object value) {
        return (value instanceof String || value instanceof Number)
                && !value.toString().isBlank()
                && value.toString().length() <= MAX_LENGTH;
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    Duration keep(String kind) {
        return company.kinds().getOrDefault(kind, CompanyFile.Kind.USUAL).keep();
    }

    /** A day is of use until it is over, and a while after. */
    private Instant expiry(Found found, Instant at) {
        if (!found.kind().equals("date")) {
            return at.plus(keep(found.kind()));
        }
        var day = LocalDate.parse(found.value()).atStartOfDay(zone).toInstant();
        return (day.isAfter(at) ? day : at).plus(keep(found.kind()));
    }
}
