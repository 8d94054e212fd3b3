/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.audit.PurposeRule.Purpose;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PurposeRuleTest {
    private static final Set<String> KNOWN = Set.of("service", "sales");

    @Test
    void whoServesCustomersNeedNotSayWhatFor() {
        assertEquals(Optional.of(new Purpose("service", false)), PurposeRule.purpose(null, "agent", KNOWN));
        assertEquals(Optional.of(new Purpose("service", false)), PurposeRule.purpose(" ", "supervisor", KNOWN));
        assertEquals(Optional.of(new Purpose("sales", true)), PurposeRule.purpose("sales", "agent", KNOWN));
    }

    @Test
    void everybodyElseSaysIt() {
        assertEquals(Optional.empty(), PurposeRule.purpose(null, "colleague", KNOWN));
        assertEquals(Optional.empty(), PurposeRule.purpose("", "admin", KNOWN));
        assertEquals(Optional.of(new Purpose("sales", true)), PurposeRule.purpose(" sales ", "colleague", KNOWN));
    }

    @Test
    void aPartnersSystemIsAnIntegration() {
        assertEquals(Optional.of(new Purpose("integration", false)), PurposeRule.purpose(null, "client", KNOWN));
    }

    @Test
    void whatIsNoPurposeOfTheCompanysIsNone() {
        assertEquals(Optional.empty(), PurposeRule.purpose("curiosity", "supervisor", KNOWN));
    }

    @Test
    void theRoleThatSaysMostCounts() {
        assertEquals("agent", PurposeRule.role(Set.of("agent", "colleague")::contains));
        assertEquals("colleague", PurposeRule.role(Set.of("colleague")::contains));
        assertEquals("client", PurposeRule.role(Set.of("customers:read")::contains));
    }
}
