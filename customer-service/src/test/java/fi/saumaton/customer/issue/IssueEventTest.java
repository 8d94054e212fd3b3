/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.Contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;

class IssueEventTest {
    @Test
    void everyEventIsWrittenAsPromised() {
        assertEquals(
                "fi.saumaton.issue.opened.v1",
                Contracts.produced("customer/issue-opened", IssueEvent.Opened.class)
                        .type());
        assertEquals(
                "fi.saumaton.issue.continued.v1",
                Contracts.produced("customer/issue-continued", IssueEvent.Continued.class)
                        .type());
        assertEquals(
                "fi.saumaton.issue.resolved.v1",
                Contracts.produced("customer/issue-resolved", IssueEvent.Resolved.class)
                        .type());
        assertEquals(
                "fi.saumaton.issue.changed.v1",
                Contracts.produced("customer/issue-changed", IssueEvent.Changed.class)
                        .type());
        assertEquals(
                "fi.saumaton.issue.rearranged.v1",
                Contracts.produced("customer/issue-rearranged", IssueEvent.Rearranged.class)
                        .type());
        assertEquals(
                "fi.saumaton.issue.reopened.v1",
                Contracts.produced("customer/issue-reopened", IssueEvent.Reopened.class)
                        .type());
    }
}
