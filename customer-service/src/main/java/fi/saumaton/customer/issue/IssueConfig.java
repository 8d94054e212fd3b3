/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.time.Duration;
import java.util.Set;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How contacts find their issues, and how issues end. */
@ConfigMapping(prefix = "customer.issue")
interface IssueConfig {
    /** How long a resolved issue waits for the customer to come back before it is closed. */
    @WithDefault("P7D")
    Duration quietPeriod();

    /** How often resolved issues are looked through for those to close. */
    @WithDefault("PT1H")
    Duration sweepEvery();

    /** The rules that are asked for a contact's issue, always in this order: docs/issues.md. */
    @WithDefault("thread,reference,number,topic,recent")
    Set<Ground> rules();

    /** The kinds of facts that tell one matter from another. */
    @WithDefault("order-number,invoice-number,tracking-number,serial-number,payment-reference")
    Set<String> numbers();

    /** How long after an issue's last contact another one about the same topic goes on with it. */
    @WithDefault("P30D")
    Duration topicWindow();

    /** Which part of the words has to be in common to be the same topic, 0 to 1. */
    @WithDefault("0.34")
    double likeness();

    /** How long after an issue's last contact one that says little goes on with it. */
    @WithDefault("P1D")
    Duration recentWindow();

    /** From how many words on, none of which the issue knows, a contact soon after is about something else. */
    @WithDefault("8")
    int otherWords();

    /** How an issue can have ended. */
    @WithDefault("solved,answered,replaced,refunded,no-fault,not-possible,withdrawn,other")
    Set<String> resolutionCodes();

    default IssueRule.Limits limits() {
        return new IssueRule.Limits(rules(), quietPeriod(), topicWindow(), likeness(), recentWindow(), otherWords());
    }
}
