/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * From the shape of the database, the statements that remove a person from all of it: every table that points at a
 * customer, or at a row that does, the pointing ones first. So a table that is added tomorrow is erased from, too.
 *
 * <p>The same conditions tell what of a person is there, to be shown to them.
 *
 * <p>A column points at a person when it refers to the table of customers, handles or issues, or by its name; a table
 * that names the customer is searched by that alone. The statements' parameters are {@code ?1} customers, {@code ?2}
 * handles, {@code ?3} issues, {@code ?4} conversations.
 */
final class DeletionRule {
    /** Kept on purpose: the audit log, the proof, and what is of nobody. */
    static final Set<String> KEPT =
            Set.of("audit_entry", "erasure", "erasure_part", "erased_subject", "erased_handle", "inbox", "outbox");

    private static final Map<String, String> BY_TABLE = Map.of("customer", "?1", "handle", "?2", "issue", "?3");
    private static final Map<String, String> BY_NAME =
            new TreeMap<>(Map.of("customer_id", "?1", "handle_id", "?2", "issue_id", "?3", "conversation_id", "?4"));
    private static final String CUSTOMERS = "?1";

    private DeletionRule() {}

    /** A column of type uuid. */
    record Column(String table, String name) {}

    /**
     * A reference from one table's column to another table's.
     *
     * @param required whether the row can't be without it
     */
    record Reference(String table, String column, String to, String toColumn, boolean required) {
        /** To a row of a person's that every other row can be told of. */
        boolean toSubject() {
            return BY_TABLE.containsKey(to) && toColumn.equals("id");
        }
    }

    /** What of a table is a person's. */
    record Deletion(String table, String condition) {
        String statement() {
            return "delete from " + table + " where " + condition;
        }

        /** The same rows to be read, each as JSON. */
        String reading() {
            return "select to_jsonb(t)::text from " + table + " t where " + condition;
        }
    }

    static List<Deletion> deletions(List<Column> columns, List<Reference> references) {
        Map<String, String> conditions = new LinkedHashMap<>();
        var direct = direct(columns, references);
        direct.forEach((table, found) -> conditions.put(table, String.join(" or ", found)));
        spread(conditions, references);
        return ordered(conditions, references).stream()
                .map(table -> new Deletion(table, conditions.get(table)))
                .toList();
    }

    /** Rows of somebody else's that refer to a person's, such as to a matter they once had in common, let go of it. */
    static List<String> detachments(List<Column> columns, List<Reference> references) {
        var deleted = direct(columns, references);
        return references.stream()
                .filter(reference -> reference.toSubject() && !reference.required())
                .filter(reference -> !deleted.getOrDefault(reference.table(), Set.of())
                        .contains(condition(reference.column(), BY_TABLE.get(reference.to()))))
                .map(reference -> "update %s set %s = null where %s"
                        .formatted(
                                reference.table(),
                                reference.column(),
                                condition(reference.column(), BY_TABLE.get(reference.to()))))
                .toList();
    }

    /** The conditions that need no other table, by table. */
    private static Map<String, Set<String>> direct(List<Column> columns, List<Reference> references) {
        Map<String, Map<String, Set<String>>> all = new TreeMap<>();
        BY_TABLE.forEach((table, subject) -> note(all, table, subject, "id"));
        columns.stream()
                .filter(column -> BY_NAME.containsKey(column.name()))
                .forEach(column -> note(all, column.table(), BY_NAME.get(column.name()), column.name()));
        var subjects = references.stream().filter(Reference::toSubject).toList();
        subjects.forEach(reference -> note(all, reference.table(), BY_TABLE.get(reference.to()), reference.column()));
        Map<String, Set<String>> conditions = new TreeMap<>();
        all.forEach((table, found) -> conditions.put(table, narrowed(found)));
        subjects.stream()
                .filter(Reference::required)
                .forEach(reference -> conditions
                        .get(reference.table())
                        .add(condition(reference.column(), BY_TABLE.get(reference.to()))));
        KEPT.forEach(conditions::remove);
        return conditions;
    }

    private static void note(Map<String, Map<String, Set<String>>> all, String table, String subject, String column) {
        all.computeIfAbsent(table, added -> new TreeMap<>())
                .computeIfAbsent(subject, added -> new TreeSet<>())
                .add(condition(column, subject));
    }

    private static String condition(String column, String subject) {
        return column + " = any(" + subject + ")";
    }

    private static Set<String> narrowed(Map<String, Set<String>> subjects) {
        if (subjects.containsKey(CUSTOMERS)) {
            return new LinkedHashSet<>(subjects.get(CUSTOMERS));
        }
        Set<String> any = new LinkedHashSet<>();
        subjects.values().forEach(any::addAll);
        return any;
    }

    /** Rows that refer to such rows go with them, over any number of steps. */
    private static void spread(Map<String, String> conditions, List<Reference> references) {
        boolean more = true;
        while (more) {
            more = false;
            for (var reference : references) {
                boolean leads = conditions.containsKey(reference.to())
                        && !conditions.containsKey(reference.table())
                        && !KEPT.contains(reference.table());
                if (leads) {
                    conditions.put(
                            reference.table(),
                            "%s in (select %s from %s where %s)"
                                    .formatted(
                                            reference.column(),
                                            reference.toColumn(),
                                            reference.to(),
                                            conditions.get(reference.to())));
                    more = true;
                }
            }
        }
    }

    /** Whoever refers to another one comes before it; circles are broken where they are met. */
    private static List<String> ordered(Map<String, String> conditions, List<Reference> references) {
        List<String> tables = new ArrayList<>(conditions.keySet());
        tables.sort(Comparator.naturalOrder());
        Set<String> done = new LinkedHashSet<>();
        Set<String> open = new LinkedHashSet<>();
        tables.forEach(table -> place(table, references, conditions.keySet(), open, done));
        return List.copyOf(done);
    }

    private static void place(
            String table, List<Reference> references, Set<String> wanted, Set<String> open, Set<String> done) {
        if (done.contains(table) || !open.add(table)) {
            return;
        }
        references.stream()
                .filter(reference -> reference.to().equals(table) && wanted.contains(reference.table()))
                .map(Reference::table)
                .sorted()
                .forEach(before -> place(before, references, wanted, open, done));
        done.add(table);
    }
}
