/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.erasure.DeletionRule.Column;
import fi.saumaton.customer.erasure.DeletionRule.Deletion;
import fi.saumaton.customer.erasure.DeletionRule.Reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeletionRuleTest {
    private static final List<Reference> REFERENCES = List.of(
            new Reference("handle", "customer_id", "customer", "id", true),
            new Reference("link", "handle_id", "handle", "id", false),
            new Reference("link", "atom_id", "customer", "id", true),
            new Reference("issue", "customer_id", "customer", "id", true),
            new Reference("contact", "customer_id", "customer", "id", true),
            new Reference("contact", "issue_id", "issue", "id", false),
            new Reference("promise", "customer_id", "customer", "id", true),
            new Reference("promise", "issue_id", "issue", "id", true),
            new Reference("suggestion", "issue_id", "issue", "id", true),
            new Reference("suggestion_step", "suggestion_id", "suggestion", "id", true),
            new Reference("erasure_part", "erasure_id", "erasure", "id", true));

    private static final List<Column> COLUMNS = List.of(
            new Column("customer", "id"),
            new Column("touchpoint", "customer_id"),
            new Column("touchpoint", "conversation_id"),
            new Column("assignment", "conversation_id"),
            new Column("audit_entry", "customer_id"),
            new Column("match_model", "id"));

    private final List<Deletion> deletions = DeletionRule.deletions(COLUMNS, REFERENCES);
    private final Map<String, String> statements =
            deletions.stream().collect(Collectors.toMap(Deletion::table, Deletion::statement));

    @Test
    void whatPointsAtAPersonGoes() {
        assertEquals("delete from customer where id = any(?1)", statements.get("customer"));
        assertEquals("delete from assignment where conversation_id = any(?4)", statements.get("assignment"));
        assertEquals("delete from suggestion where issue_id = any(?3)", statements.get("suggestion"));
    }

    @Test
    void aTableThatNamesTheCustomerIsSearchedByThatAlone() {
        assertEquals("delete from touchpoint where customer_id = any(?1)", statements.get("touchpoint"));
        assertEquals("delete from link where atom_id = any(?1)", statements.get("link"));
    }

    @Test
    void whatSomebodyElseHasOfItIsDetachedOrGoesToo() {
        assertEquals("delete from contact where customer_id = any(?1)", statements.get("contact"));
        assertEquals(
                "delete from promise where customer_id = any(?1) or issue_id = any(?3)", statements.get("promise"));
        assertEquals(
                List.of(
                        "update link set handle_id = null where handle_id = any(?2)",
                        "update contact set issue_id = null where issue_id = any(?3)"),
                DeletionRule.detachments(COLUMNS, REFERENCES));
    }

    @Test
    void whatPointsAtSuchRowsGoesWithThem() {
        assertEquals(
                "delete from suggestion_step where suggestion_id in"
                        + " (select id from suggestion where issue_id = any(?3))",
                statements.get("suggestion_step"));
    }

    @Test
    void thePointingRowsGoFirst() {
        var order = deletions.stream().map(Deletion::table).toList();

        for (var reference : REFERENCES) {
            if (order.contains(reference.table())) {
                assertTrue(
                        order.indexOf(reference.table()) < order.indexOf(reference.to()),
                        () -> reference.table() + " after " + reference.to());
            }
        }
    }

    @Test
    void theAuditLogTheProofAndWhatIsNobodysStay() {
        for (var kept : List.of("audit_entry", "erasure", "erasure_part", "match_model")) {
            assertFalse(statements.containsKey(kept), kept);
        }
    }

    @Test
    void whatWouldGoIsWhatIsShown() {
        var touchpoints = deletions.stream()
                .filter(deletion -> deletion.table().equals("touchpoint"))
                .findFirst()
                .orElseThrow();

        assertEquals("select to_jsonb(t)::text from touchpoint t where customer_id = any(?1)", touchpoints.reading());
    }

    @Test
    void circlesEnd() {
        var deletions = DeletionRule.deletions(
                List.of(),
                List.of(
                        new Reference("one", "customer_id", "customer", "id", true),
                        new Reference("one", "other_id", "other", "id", true),
                        new Reference("other", "one_id", "one", "id", true)));

        assertEquals(
                List.of("handle", "issue", "other", "one", "customer").stream()
                        .sorted()
                        .toList(),
                deletions.stream().map(Deletion::table).sorted().toList());
    }
}
