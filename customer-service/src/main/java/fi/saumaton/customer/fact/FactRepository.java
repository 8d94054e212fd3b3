/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** Facts as their sources tell them; one statement for a whole batch. */
@ApplicationScoped
class FactRepository {
    /** Rows read of one customer, newest first. */
    private static final int MOST = 500;

    private final Sql sql;
    private final ObjectMapper mapper;

    FactRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    record Withdrawal(UUID customerId, String kind, String value) {}

    /** Those that are there already stay; those of forgotten sources do not come back. */
    Uni<Void> add(Collection<Fact> facts) {
        return sql.update("""
                        insert into fact (source_id, kind, value, customer_id, shown, source, conversation_id, made_by,
                            proven, confidence, detail, observed_at, expires_at)
                        select r."sourceId", r.kind, r.value, r."customerId", r.shown, r.source, r."conversationId",
                            r."madeBy", r.proven, r.confidence, r.detail, r."observedAt", r."expiresAt"
                        from jsonb_to_recordset(cast(?1 as jsonb)) as r("sourceId" uuid, kind text, value text,
                            "customerId" uuid, shown text, source text, "conversationId" uuid, "madeBy" text,
                            proven boolean, confidence real, detail jsonb, "observedAt" timestamptz,
                            "expiresAt" timestamptz)
                        where not exists (select from fact_forgotten f where f.source_id = r."sourceId")
                        on conflict do nothing
                        """, sql.json(facts)).replaceWithVoid();
    }

    /** Nothing learnt from these sources remains, nor will anything be learnt from them. */
    Uni<Void> forget(Collection<UUID> sources, Instant now) {
        var ids = sources.toArray(UUID[]::new);
        return sql.update("""
                        insert into fact_forgotten (source_id, forgotten_at)
                        select unnest(?1::uuid[]), ?2 on conflict do nothing
                        """, ids, now).chain(() -> delete(sources));
    }

    /** Nothing learnt from these sources remains. */
    Uni<Void> delete(Collection<UUID> sources) {
        return sql.update("delete from fact where source_id = any(?1)", (Object) sources.toArray(UUID[]::new))
                .replaceWithVoid();
    }

    /** The customer whom an id stands for; null when there is none. */
    Uni<UUID> survivor(UUID id) {
        return sql.rows("select survivor_id from customer where id = ?1", id)
                .map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }

    Uni<Map<UUID, UUID>> survivors(Collection<UUID> atoms) {
        return sql.rows("select id, survivor_id from customer where id = any(?1)", (Object) atoms.toArray(UUID[]::new))
                .map(rows -> rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (UUID) row[1])));
    }

    /** Proven addresses, numbers and names: known without anybody having said them. */
    Uni<List<Owned>> handles(Collection<UUID> survivors) {
        return sql.rows("""
                        select member.survivor_id, h.id, h.kind, h.value, h.customer_id, min(l.made_at)
                        from customer member
                        join handle h on h.customer_id = member.id and h.ended_at is null
                            and h.kind in ('email', 'phone', 'customer-number')
                        join link l on l.handle_id = h.id and l.revoked_at is null and l.refused is null
                        where member.survivor_id = any(?1)
                        group by member.survivor_id, h.id, h.kind, h.value, h.customer_id
                        union all
                        select c.id, c.id, 'name', c.display_name, c.id, c.created_at
                        from customer c where c.id = any(?1) and c.display_name is not null
                        """, (Object) survivors.toArray(UUID[]::new))
                .map(rows -> rows.stream().map(FactRepository::handle).toList());
    }

    private static Owned handle(Object[] row) {
        var value = (String) row[3];
        return new Owned(
                (UUID) row[0],
                new Fact(
                        (UUID) row[1],
                        (String) row[2],
                        value,
                        (UUID) row[4],
                        value,
                        Fact.HANDLE,
                        null,
                        null,
                        true,
                        1,
                        null,
                        (Instant) row[5],
                        null));
    }

    /** What the sources say of customers and was neither withdrawn nor has run out, by surviving customer. */
    Uni<List<Owned>> of(Collection<UUID> survivors, Instant now) {
        return sql.rows("""
                        select c.id, f.source_id, f.kind, f.value, f.customer_id, f.shown, f.source, f.conversation_id,
                            f.made_by, f.proven, f.confidence, f.detail::text, f.observed_at, f.expires_at
                        from unnest(?1::uuid[]) as c(id)
                        cross join lateral (
                            select f.* from customer member join fact f on f.customer_id = member.id
                            where member.survivor_id = c.id and f.expires_at > ?2 and not exists (
                                select from customer other
                                join fact_withdrawal w on w.customer_id = other.id
                                where other.survivor_id = c.id and w.kind = f.kind and w.value = f.value
                                    and w.withdrawn_at >= f.observed_at)
                            order by f.observed_at desc limit ?3) f
                        """, survivors.toArray(UUID[]::new), now, MOST)
                .map(rows -> rows.stream()
                        .map(row -> new Owned((UUID) row[0], fact(row)))
                        .toList());
    }

    /** @param survivor the customer as shown now */
    record Owned(UUID survivor, Fact fact) {}

    private Fact fact(Object[] row) {
        return new Fact(
                (UUID) row[1],
                (String) row[2],
                (String) row[3],
                (UUID) row[4],
                (String) row[5],
                (String) row[6],
                (UUID) row[7],
                (String) row[8],
                (Boolean) row[9],
                Math.round(((Number) row[10]).doubleValue() * 100) / 100.0,
                detail((String) row[11]),
                (Instant) row[12],
                (Instant) row[13]);
    }

    private Map<String, Object> detail(String json) {
        try {
            return json == null ? null : mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }

    /** On every one of the customer's parts that tells it, so that it holds when they part. */
    Uni<Void> withdraw(UUID survivor, String kind, String value, String by, Instant now) {
        return sql.update("""
                        insert into fact_withdrawal as w (customer_id, kind, value, withdrawn_at, withdrawn_by)
                        select distinct f.customer_id, f.kind, f.value, ?4::timestamptz, ?5
                        from customer member join fact f on f.customer_id = member.id
                        where member.survivor_id = ?1 and f.kind = ?2 and f.value = ?3
                        on conflict (customer_id, kind, value) do update set
                            withdrawn_at = greatest(w.withdrawn_at, excluded.withdrawn_at),
                            withdrawn_by = excluded.withdrawn_by
                        """, survivor, kind, value, now, by).replaceWithVoid();
    }
}
