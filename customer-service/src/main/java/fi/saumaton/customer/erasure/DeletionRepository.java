/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.kit.sql.JsonRows;
import fi.saumaton.kit.sql.Sql;

/** Finds and removes all that is there of a person. */
@ApplicationScoped
class DeletionRepository {
    /** Tables of the service's own schema; of a partitioned one the parent stands for its parts. */
    private static final String COLUMNS = """
            select c.relname::text, a.attname::text
            from pg_class c
            join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
            where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
                and a.atttypid = 'uuid'::regtype
            """;

    private static final String REFERENCES = """
            select t.relname::text, a.attname::text, r.relname::text, b.attname::text, a.attnotnull
            from pg_constraint k
            join pg_class t on t.oid = k.conrelid and not t.relispartition
            join pg_class r on r.oid = k.confrelid
            join pg_attribute a on a.attrelid = t.oid and a.attnum = k.conkey[1]
            join pg_attribute b on b.attrelid = r.oid and b.attnum = k.confkey[1]
            where k.contype = 'f' and cardinality(k.conkey) = 1 and t.relnamespace = current_schema()::regnamespace
                and t.oid <> r.oid
            """;

    private static final String SUBJECTS = """
            with member as (select id from customer where survivor_id = ?1)
            select 'CUSTOMER', id from member
            union all select 'HANDLE', h.id from member join handle h on h.customer_id = member.id
            union all select 'ISSUE', i.id from member join issue i on i.customer_id = member.id
            union all select 'CONVERSATION', k.conversation_id from member join contact k on k.customer_id = member.id
            """;

    /** What others named as theirs, and answers that are kept for repeated requests. */
    private static final Map<String, String> BY_CONTENT = new TreeMap<>(Map.of(
            "claim", """
                    delete from claim c using handle h
                    where h.id = any(?1) and c.kind = h.kind and c.value = h.value and not exists (
                        select from handle o where o.kind = h.kind and o.value = h.value and o.id <> all(?1))
                    """,
            "idempotency_key", """
                    delete from idempotency_key k using unnest(?1::uuid[]) as gone(id)
                    where k.response::text like '%' || gone.id || '%'
                    """));

    private static final Pattern PARAMETER = Pattern.compile("\\?(\\d)");

    private final Sql sql;
    private final JsonRows rows;

    DeletionRepository(Sql sql, JsonRows rows) {
        this.sql = sql;
        this.rows = rows;
    }

    private enum Kind {
        CUSTOMER,
        HANDLE,
        ISSUE,
        CONVERSATION
    }

    Uni<Subjects> subjects(UUID survivor) {
        return sql.rows(SUBJECTS, survivor).map(rows -> {
            Map<Kind, List<UUID>> ids = new EnumMap<>(Kind.class);
            for (var row : rows) {
                ids.computeIfAbsent(Kind.valueOf((String) row[0]), kind -> new ArrayList<>())
                        .add((UUID) row[1]);
            }
            return new Subjects(
                    ids.getOrDefault(Kind.CUSTOMER, List.of()),
                    ids.getOrDefault(Kind.HANDLE, List.of()),
                    ids.getOrDefault(Kind.ISSUE, List.of()),
                    ids.getOrDefault(Kind.CONVERSATION, List.of()));
        });
    }

    /** Rows removed, by table; tables without any are left out. */
    Uni<Map<String, Long>> delete(Subjects subjects) {
        Map<String, Long> removed = new TreeMap<>();
        return byContent(subjects, removed).chain(() -> shape()).chain(shape -> {
            var chain = Uni.createFrom().voidItem();
            for (var detachment : DeletionRule.detachments(shape.columns(), shape.references())) {
                var bound = Bound.of(detachment, subjects);
                chain = chain.chain(() -> sql.update(bound.statement(), bound.parameters()))
                        .replaceWithVoid();
            }
            for (var deletion : DeletionRule.deletions(shape.columns(), shape.references())) {
                chain = chain.chain(() -> run(deletion, subjects, removed));
            }
            return chain.replaceWith(removed);
        });
    }

    private Uni<Void> byContent(Subjects subjects, Map<String, Long> removed) {
        var ids = new ArrayList<>(subjects.customers());
        ids.addAll(subjects.conversations());
        ids.addAll(subjects.issues());
        return sql.update(BY_CONTENT.get("claim"), (Object) subjects.handleArray())
                .invoke(count -> note("claim", count, removed))
                .chain(() -> sql.update(BY_CONTENT.get("idempotency_key"), (Object) ids.toArray(UUID[]::new)))
                .invoke(count -> note("idempotency_key", count, removed))
                .replaceWithVoid();
    }

    /** What the database looks like now. */
    private record Shape(List<DeletionRule.Column> columns, List<DeletionRule.Reference> references) {}

    private Uni<Shape> shape() {
        return sql.rows(COLUMNS)
                .map(rows -> rows.stream()
                        .map(row -> new DeletionRule.Column((String) row[0], (String) row[1]))
                        .toList())
                .chain(columns -> sql.rows(REFERENCES)
                        .map(rows -> rows.stream()
                                .map(row -> new DeletionRule.Reference(
                                        (String) row[0], (String) row[1], (String) row[2], (String) row[3], (Boolean)
                                                row[4]))
                                .toList())
                        .map(references -> new Shape(columns, references)));
    }

    private Uni<Void> run(DeletionRule.Deletion deletion, Subjects subjects, Map<String, Long> removed) {
        var bound = Bound.of(deletion.statement(), subjects);
        return sql.update(bound.statement(), bound.parameters())
                .invoke(count -> note(deletion.table(), count, removed))
                .replaceWithVoid();
    }

    /** All that would be deleted, by table, each row as JSON; tables without any are left out. */
    Uni<Map<String, List<JsonNode>>> read(Subjects subjects) {
        return shape().chain(shape -> {
            Map<String, JsonRows.Query> readings = new LinkedHashMap<>();
            for (var deletion : DeletionRule.deletions(shape.columns(), shape.references())) {
                var bound = Bound.of(deletion.reading(), subjects);
                readings.put(deletion.table(), new JsonRows.Query(bound.statement(), bound.parameters()));
            }
            return rows.of(readings);
        });
    }

    /** A statement with only the parameters that it uses, numbered without holes. */
    private record Bound(String statement, Object[] parameters) {
        static Bound of(String statement, Subjects subjects) {
            var all = List.<Object>of(
                    subjects.customerArray(),
                    subjects.handleArray(),
                    subjects.issueArray(),
                    subjects.conversationArray());
            List<Object> used = new ArrayList<>();
            var places = new TreeMap<String, Integer>();
            var numbered = PARAMETER.matcher(statement).replaceAll(match -> {
                int place = places.computeIfAbsent(match.group(1), number -> {
                    used.add(all.get(Integer.parseInt(number) - 1));
                    return used.size();
                });
                return "?" + place;
            });
            return new Bound(numbered, used.toArray());
        }
    }

    private static void note(String table, int count, Map<String, Long> removed) {
        if (count > 0) {
            removed.merge(table, (long) count, Long::sum);
        }
    }
}
