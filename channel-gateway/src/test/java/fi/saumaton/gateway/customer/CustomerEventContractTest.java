/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.customer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

/** What customer-service publishes is readable here. */
class CustomerEventContractTest {
    @Test
    void anIdentificationNamesCustomerAndIssue() {
        var identified = Contracts.example("customer/identified", CustomerEvent.Identified.class);
        assertEquals(
                "0199c0de-0002-7000-8000-000000000002",
                identified.conversationId().toString());
        assertEquals("Mikko", identified.displayName());
        assertEquals(1, identified.conversationVersion());
        assertEquals("open", identified.issue().state());
        assertEquals("K7RM-2XQ4", identified.issue().reference());
    }

    @ParameterizedTest
    @ValueSource(strings = {"issue-resolved", "issue-reopened"})
    void anIssuesChangeNamesTheIssue(String name) {
        assertNotNull(Contracts.example("customer/" + name, CustomerEvent.IssueChanged.class)
                .issueId());
    }
}
