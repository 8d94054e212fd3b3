/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.customer.timeline.kind.EntryData;
import fi.saumaton.customer.timeline.kind.Kind;
import fi.saumaton.customer.timeline.type.EntryType;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Checks that the data of an entry fits its kind. */
@ApplicationScoped
class EntryCheck {
    private static final int MAX_DATA = 32 * 1024;
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private final Validator validator;
    private final ObjectMapper mapper;
    private final ObjectReader exact;

    EntryCheck(Validator validator, ObjectMapper mapper) {
        this.validator = validator;
        this.mapper = mapper;
        this.exact = mapper.reader().without(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
    }

    /**
     * What the data makes of an entry.
     *
     * @param titles by language; empty for a kind that is not known here
     * @param typeVersion of the company's own type; null for other kinds
     */
    record Checked(
            String channelKind, Map<String, String> titles, boolean happened, Instant happenedAt, Integer typeVersion) {
        private static final Checked FREE = new Checked(null, Map.of(), true, null, null);
    }

    /** A place that breaks a rule, as {@code violations} of a problem name it. */
    record Violation(String field, String message) {
        Map<String, String> shown() {
            return Map.of("field", field, "in", "body", "message", message);
        }
    }

    /** @param type the company's own, if the kind is one; else null */
    Checked check(TouchpointRequest request, EntryType type) {
        if (request.occurredAt().isBefore(EARLIEST) || request.occurredAt().isAfter(LATEST)) {
            throw invalid(List.of(new Violation("occurredAt", "must be between the years 1900 and 2200")));
        }
        Map<String, Object> data = request.data() == null ? Map.of() : request.data();
        if (size(data) > MAX_DATA) {
            throw new Problem(CommonProblem.INVALID, "The data is larger than 32 KiB.").with("field", "data");
        }
        if (type != null) {
            return checked(type, data);
        }
        return Kind.of(request.kind()).map(kind -> checked(kind, data)).orElseGet(() -> free(request));
    }

    private static Checked free(TouchpointRequest request) {
        if (request.title() == null) {
            throw invalid(List.of(new Violation("title", "must be there: this kind makes no title of its own")));
        }
        return Checked.FREE;
    }

    private static Checked checked(EntryType type, Map<String, Object> data) {
        var mistakes = type.check(data);
        if (!mistakes.isEmpty()) {
            throw invalid(mistakes.stream()
                    .map(mistake -> new Violation(
                            mistake.field().isEmpty() ? "data" : "data." + mistake.field(), mistake.message()))
                    .toList());
        }
        return new Checked(null, type.titles().of(data), true, null, type.version());
    }

    private Checked checked(Kind kind, Map<String, Object> data) {
        var read = read(kind, data);
        var violations = validator.validate(read).stream()
                .map(broken -> new Violation("data." + broken.getPropertyPath(), broken.getMessage()))
                .sorted(Comparator.comparing(Violation::field).thenComparing(Violation::message))
                .toList();
        if (!violations.isEmpty()) {
            throw invalid(violations);
        }
        return new Checked(kind.channelKind(), kind.titles().of(data), read.happened(), read.happenedAt(), null);
    }

    private EntryData read(Kind kind, Map<String, Object> data) {
        try {
            return exact.treeToValue(mapper.valueToTree(data), kind.data());
        } catch (JsonMappingException e) {
            var place = e.getPath().stream()
                    .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                    .collect(Collectors.joining());
            throw invalid(List.of(new Violation("data" + place, "is not of the right type or form")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Data that was JSON before is none", e);
        }
    }

    static Problem invalid(List<Violation> violations) {
        return new Problem(CommonProblem.INVALID, null)
                .with("violations", violations.stream().map(Violation::shown).toList());
    }

    private int size(Map<String, Object> data) {
        try {
            return mapper.writeValueAsBytes(data).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Data that can't be written as JSON", e);
        }
    }
}
