/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class AuditSearchTest {
    @Test
    void onlyWhatIsAskedForIsACondition() {
        var query = new AuditService.Query(null, "jenni", null, null, true, null, null);

        var search = AuditSearch.of(query, null, null, 51);

        assertTrue(
                search.statement()
                        .contains("from audit_entry where actor_id = ?1 and (conversation_id is null) = ?2 order by"),
                search::statement);
        assertArrayEquals(new Object[] {"jenni", true, 51, 51}, search.parameters());
    }

    @Test
    void everythingHasNoCondition() {
        var search = AuditSearch.of(AuditService.Query.of(null), null, null, 51);

        assertFalse(search.statement().contains("where"), search::statement);
    }

    @Test
    void aCustomersIdsAreLookedForOneByOne() {
        var id = UUID.randomUUID();

        var search = AuditSearch.of(AuditService.Query.of(id), List.of(id), null, 51);

        assertTrue(search.statement().contains("where customer_id = member.id order by"), search::statement);
        assertEquals(List.of(id), List.of((UUID[]) search.parameters()[0]));
    }
}
