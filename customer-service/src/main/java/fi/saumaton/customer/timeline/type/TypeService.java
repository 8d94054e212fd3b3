/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.type;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.timeline.kind.Kind;
import fi.saumaton.customer.timeline.kind.TitleTemplate;
import fi.saumaton.customer.timeline.kind.Titles;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Keeps the company's own types, and gives what their entries are checked by. */
@ApplicationScoped
public class TypeService {
    /** Types in use at a time; more are compiled anew. */
    private static final int KEPT = 200;

    private final Transactions transactions;
    private final TypeRepository types;
    private final ObjectMapper mapper;
    private final Clock clock;
    private final Map<Version, EntryType> compiled = new ConcurrentHashMap<>();

    TypeService(Transactions transactions, TypeRepository types, ObjectMapper mapper, Clock clock) {
        this.transactions = transactions;
        this.types = types;
        this.mapper = mapper;
        this.clock = clock;
    }

    private record Version(String name, int number) {}

    /** @param created false when it was defined just so already */
    record Defined(TypeView type, boolean created) {}

    /** What entries of these kinds are checked by, as far as they are types; inside the caller's session. */
    public Uni<Map<String, EntryType>> find(Collection<String> kinds) {
        var names = kinds.stream()
                .distinct()
                .filter(kind -> Kind.of(kind).isEmpty())
                .toList();
        return names.isEmpty()
                ? Uni.createFrom().item(Map.of())
                : types.newest(names)
                        .map(found -> found.stream().collect(Collectors.toMap(TypeView::name, this::compiled)));
    }

    private EntryType compiled(TypeView type) {
        if (compiled.size() > KEPT) {
            compiled.clear();
        }
        return compiled.computeIfAbsent(
                new Version(type.name(), type.version()),
                version -> new EntryType(
                        type.version(),
                        new Titles(
                                type.titles().fi(),
                                type.titles().sv(),
                                type.titles().en()),
                        DataSchema.of(type.schema()),
                        mapper));
    }

    Uni<Page<TypeView>> page(int limit, String after) {
        var cursor = Cursor.parse(after);
        return transactions.read(() -> types.page(cursor == null ? "" : cursor.text(0), limit + 1)
                .map(rows -> Page.of(rows, limit, type -> Cursor.of(type.name()))));
    }

    Uni<Page<TypeView>> versions(String name, int limit, String after) {
        var cursor = Cursor.parse(after);
        return transactions.read(() -> require(name)
                .chain(() -> types.versions(name, cursor == null ? Integer.MAX_VALUE : cursor.number(0), limit + 1))
                .map(rows -> Page.of(rows, limit, type -> Cursor.of(type.version()))));
    }

    Uni<TypeView> newest(String name) {
        return transactions.read(() -> require(name));
    }

    private Uni<TypeView> require(String name) {
        return types.newest(List.of(name)).map(found -> {
            if (found.isEmpty()) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no such type.");
            }
            return found.getFirst();
        });
    }

    /**
     * Defines a type, or a new version of it.
     *
     * @param expected the version that the caller has seen; null for a new type
     */
    Uni<Defined> define(String name, TypeView.Definition definition, Integer expected, String by) {
        requireUsable(name, definition);
        return transactions.write(() -> types.lock(name)
                .chain(() -> types.newest(List.of(name)))
                .chain(found -> {
                    var present = found.isEmpty() ? null : found.getFirst();
                    if (present != null && isSame(present, definition)) {
                        return Uni.createFrom().item(new Defined(present, false));
                    }
                    requireSeen(present, expected);
                    var next = new TypeView(
                            name,
                            present == null ? 1 : present.version() + 1,
                            definition.titles(),
                            definition.schema(),
                            definition.shown(),
                            clock.instant());
                    return types.insert(next, by).replaceWith(new Defined(next, true));
                }));
    }

    private static boolean isSame(TypeView present, TypeView.Definition definition) {
        return new TypeView.Definition(present.titles(), present.schema(), present.shown()).equals(definition);
    }

    private static void requireSeen(TypeView present, Integer expected) {
        if (present != null && expected == null) {
            throw new Problem(CommonProblem.PRECONDITION_REQUIRED, "Send the ETag of the version that you change.");
        }
        if (expected != null && (present == null || present.version() != expected)) {
            throw new Problem(CommonProblem.PRECONDITION_FAILED, "Another version of this type has been made since.");
        }
    }

    private static void requireUsable(String name, TypeView.Definition definition) {
        List<Map<String, String>> violations = new ArrayList<>();
        if (Kind.of(name).isPresent()
                || name.startsWith("message-")
                || name.startsWith("issue-")
                || name.startsWith("promise-")) {
            violations.add(violation("name", "is a kind of the platform's own"));
        }
        Map<String, String> titles = Stream.of(
                        Map.entry("fi", definition.titles().fi()),
                        Map.entry("sv", definition.titles().sv()),
                        Map.entry("en", definition.titles().en()))
                .filter(title -> !TitleTemplate.isReadable(title.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        titles.keySet().stream()
                .sorted()
                .forEach(language -> violations.add(
                        violation("titles." + language, "has a { or [ that is not closed, or no field in it")));
        DataSchema.faults(definition.schema())
                .forEach(fault -> violations.add(violation("schema#" + fault.place(), fault.message())));
        if (!violations.isEmpty()) {
            throw new Problem(CommonProblem.INVALID, null).with("violations", violations);
        }
    }

    private static Map<String, String> violation(String field, String message) {
        return Map.of("field", field, "in", "body", "message", message);
    }
}
