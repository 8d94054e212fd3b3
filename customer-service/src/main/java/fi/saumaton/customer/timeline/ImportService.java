/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Validator;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.customer.timeline.ImportAnswer.Line;
import fi.saumaton.customer.timeline.type.EntryType;
import fi.saumaton.customer.timeline.type.TypeService;
import fi.saumaton.kit.failure.FailureKind;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/**
 * Takes in history, line by line: what can't be an entry is refused by itself, the rest is stored in portions, each in a
 * transaction of its own. Repeating is harmless, so that whatever breaks off is simply sent again.
 */
@ApplicationScoped
class ImportService {
    private static final Logger LOG = Logger.getLogger(ImportService.class);
    private static final int MAX_LINES = 10_000;
    private static final int PORTION = 250;

    private final Transactions transactions;
    private final TypeService types;
    private final EntryDesk desk;
    private final RecordingService recording;
    private final Validator validator;
    private final ObjectReader reader;

    ImportService(
            Transactions transactions,
            TypeService types,
            EntryDesk desk,
            RecordingService recording,
            Validator validator,
            ObjectMapper mapper) {
        this.transactions = transactions;
        this.types = types;
        this.desk = desk;
        this.recording = recording;
        this.validator = validator;
        this.reader = mapper.readerFor(TouchpointRequest.class);
    }

    /** A line that was read. */
    private record Read(int number, TouchpointRequest request) {}

    /** A line whose entry can be written. */
    private record Ready(int number, Entry entry) {}

    Uni<ImportAnswer> take(String body, String caller) {
        var written = body.lines().toList();
        if (written.size() > MAX_LINES) {
            throw new Problem(CommonProblem.INVALID, "More than 10,000 lines.").with("limit", MAX_LINES);
        }
        List<Line> refused = new ArrayList<>();
        List<Read> lines = new ArrayList<>();
        for (int i = 0; i < written.size(); i++) {
            if (!written.get(i).isBlank()) {
                read(i + 1, written.get(i), lines, refused);
            }
        }
        return Multi.createFrom()
                .iterable(portions(lines))
                .onItem()
                .transformToUniAndConcatenate(portion -> store(portion, caller))
                .onItem()
                .<Line>disjoint()
                .collect()
                .asList()
                .map(stored -> answer(refused, stored));
    }

    private static ImportAnswer answer(List<Line> refused, List<Line> stored) {
        List<Line> all = new ArrayList<>(refused);
        all.addAll(stored);
        all.sort(Comparator.comparingInt(Line::line));
        return ImportAnswer.of(all);
    }

    private void read(int number, String line, List<Read> lines, List<Line> refused) {
        try {
            TouchpointRequest request = reader.readValue(line);
            requireValid(request);
            lines.add(new Read(number, request));
        } catch (JsonProcessingException e) {
            refused.add(Line.refused(
                    number, new Problem(CommonProblem.BAD_REQUEST, "The line is not readable as a touchpoint.")));
        } catch (Problem problem) {
            refused.add(Line.refused(number, problem));
        }
    }

    private void requireValid(TouchpointRequest request) {
        if (request == null) {
            throw new Problem(CommonProblem.BAD_REQUEST, "The line is not readable as a touchpoint.");
        }
        var violations = validator.validate(request).stream()
                .map(broken -> new EntryCheck.Violation(broken.getPropertyPath().toString(), broken.getMessage()))
                .sorted(Comparator.comparing(EntryCheck.Violation::field).thenComparing(EntryCheck.Violation::message))
                .toList();
        if (!violations.isEmpty()) {
            throw EntryCheck.invalid(violations);
        }
    }

    /** No two lines of a portion have the same key: the later one is for the next portion to compare with. */
    private static List<List<Read>> portions(List<Read> lines) {
        List<List<Read>> portions = new ArrayList<>();
        List<Read> portion = new ArrayList<>();
        Set<Entry.Key> keys = new HashSet<>();
        for (var line : lines) {
            var key = new Entry.Key(line.request().system(), line.request().externalId());
            if (portion.size() == PORTION || keys.contains(key)) {
                portions.add(portion);
                portion = new ArrayList<>();
                keys.clear();
            }
            portion.add(line);
            keys.add(key);
        }
        if (!portion.isEmpty()) {
            portions.add(portion);
        }
        return portions;
    }

    /** A line over which the database stumbles is found by storing the portion's lines one by one. */
    private Uni<List<Line>> store(List<Read> portion, String caller) {
        return write(portion, caller)
                .onFailure(failure -> FailureKind.of(failure) != FailureKind.INFRASTRUCTURE)
                .recoverWithUni(failure -> portion.size() == 1
                        ? Uni.createFrom().item(() -> failed(portion.getFirst(), failure))
                        : Multi.createFrom()
                                .iterable(portion)
                                .onItem()
                                .transformToUniAndConcatenate(line -> store(List.of(line), caller))
                                .onItem()
                                .<Line>disjoint()
                                .collect()
                                .asList());
    }

    private static List<Line> failed(Read line, Throwable failure) {
        LOG.warnf(
                "Line %d of an import can't be stored: %s",
                line.number(), failure.getClass().getName());
        return List.of(Line.failed(line.number()));
    }

    private Uni<List<Line>> write(List<Read> portion, String caller) {
        var kinds = portion.stream().map(line -> line.request().kind()).toList();
        return transactions.write(() -> types.find(kinds).chain(found -> {
            List<Line> lines = new ArrayList<>();
            List<Ready> ready = new ArrayList<>();
            portion.forEach(line -> check(line, found, ready, lines));
            return recording
                    .write(ready.stream().map(Ready::entry).toList(), caller, false)
                    .map(results -> {
                        for (int i = 0; i < results.size(); i++) {
                            lines.add(Line.of(ready.get(i).number(), results.get(i)));
                        }
                        return lines;
                    });
        }));
    }

    private void check(Read line, Map<String, EntryType> types, List<Ready> ready, List<Line> refused) {
        try {
            ready.add(new Ready(line.number(), desk.entry(line.request(), types)));
        } catch (Problem problem) {
            refused.add(Line.refused(line.number(), problem));
        }
    }
}
