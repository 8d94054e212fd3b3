/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.customer.audit.AuditEntry;
import fi.saumaton.customer.audit.AuditService;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Hands out what is there of a person. */
@ApplicationScoped
class PersonalDataService {
    /** Entries of the audit log that are read at a time. */
    private static final int READINGS = 1_000;

    private final Transactions transactions;
    private final ErasureRepository erasures;
    private final DeletionRepository rows;
    private final AuditService audit;
    private final ObjectMapper mapper;
    private final Clock clock;

    PersonalDataService(
            Transactions transactions,
            ErasureRepository erasures,
            DeletionRepository rows,
            AuditService audit,
            ObjectMapper mapper,
            Clock clock) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.rows = rows;
        this.audit = audit;
        this.mapper = mapper;
        this.clock = clock;
    }

    Uni<PersonalData> of(UUID customerId) {
        return transactions.read(() -> erasures.survivor(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer."))
                .chain(survivor -> rows.subjects(survivor)
                        .chain(subjects -> rows.read(subjects)
                                .chain(found -> readings(survivor, null, new ArrayList<>())
                                        .map(readings -> data(survivor, subjects, found, readings))))));
    }

    /** All of them, page by page. */
    private Uni<List<AuditEntry>> readings(UUID survivor, String after, List<AuditEntry> found) {
        return audit.find(AuditService.Query.of(survivor), READINGS, after).chain(page -> {
            found.addAll(page.items());
            return page.next() == null ? Uni.createFrom().item(found) : readings(survivor, page.next(), found);
        });
    }

    private PersonalData data(
            UUID survivor, Subjects subjects, Map<String, List<JsonNode>> found, List<AuditEntry> readings) {
        Map<String, List<JsonNode>> tables = new TreeMap<>(found);
        tables.put(
                "audit_entry",
                readings.stream().<JsonNode>map(mapper::valueToTree).toList());
        return new PersonalData(survivor, subjects.customers(), subjects.conversations(), clock.instant(), tables);
    }
}
