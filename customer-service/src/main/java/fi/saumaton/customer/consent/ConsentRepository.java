/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.sql.Sql;

/** Consents are only ever added. */
@ApplicationScoped
class ConsentRepository {
    private final Sql sql;
    private final ObjectMapper mapper;

    ConsentRepository(Sql sql, ObjectMapper mapper) {
        this.sql = sql;
        this.mapper = mapper;
    }

    Uni<List<ConsentRule.Purpose>> purposes() {
        return sql.rows("select name, title::text, wording from consent_purpose order by name")
                .map(rows -> rows.stream()
                        .map(row -> new ConsentRule.Purpose((String) row[0], titles((String) row[1]), (String) row[2]))
                        .toList());
    }

    /** The customer's id as shown now, locked: one at a time speaks for a customer. Null when there is none. */
    Uni<UUID> lock(UUID customerId) {
        return sql.rows("""
                        select id from customer
                        where id = (select survivor_id from customer where id = ?1) for no key update
                        """, customerId).map(rows -> rows.isEmpty() ? null : (UUID) rows.getFirst()[0]);
    }

    Uni<Boolean> exists(UUID customerId) {
        return sql.rows("select id from customer where id = ?1", customerId).map(rows -> !rows.isEmpty());
    }

    /** All that was ever said, newest first, also under ids that were joined to this customer. */
    Uni<List<ConsentEntry>> said(UUID customerId) {
        return sql.rows("""
                        select s.id, s.purpose, s.given, s.effective_at, s.recorded_at, s.source, s.evidence, s.wording,
                            s.recorded_by, s.recorded_by_name
                        from customer asked
                        join customer member on member.survivor_id = asked.survivor_id
                        join consent s on s.customer_id = member.id
                        where asked.id = ?1 order by s.effective_at desc, s.recorded_at desc, s.id desc
                        """, customerId)
                .map(rows -> rows.stream().map(ConsentRepository::entry).toList());
    }

    Uni<Void> add(UUID customerId, ConsentEntry entry) {
        return sql.update(
                        """
                        insert into consent (id, customer_id, purpose, given, effective_at, recorded_at, source, evidence,
                            wording, recorded_by, recorded_by_name)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                        """,
                        entry.consentId(),
                        customerId,
                        entry.purpose(),
                        entry.given(),
                        entry.effectiveAt(),
                        entry.recordedAt(),
                        entry.source(),
                        entry.evidence(),
                        entry.wording(),
                        entry.recordedBy(),
                        entry.recordedByName())
                .replaceWithVoid();
    }

    private static ConsentEntry entry(Object[] row) {
        return new ConsentEntry(
                (UUID) row[0],
                (String) row[1],
                (Boolean) row[2],
                (Instant) row[3],
                (Instant) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8],
                (String) row[9]);
    }

    private Map<String, String> titles(String json) {
        try {
            return mapper.readValue(json, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The database's own JSON is unreadable", e);
        }
    }
}
