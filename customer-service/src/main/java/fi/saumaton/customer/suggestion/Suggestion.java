/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.picture.Reason;
import fi.saumaton.customer.picture.Texts;

/** Something to offer to a customer now. */
@Schema(description = "Something to offer to the customer now, and why")
public record Suggestion(
        UUID suggestionId,
        @Schema(examples = "chain-oil") String ruleId,
        int ruleVersion,
        Texts title,
        Texts text,
        List<Reason> reasons,

        @Schema(description = "When somebody first had it on the screen; absent before that")
        Instant shownAt) {

    static Suggestion of(ShowingRule.Choice choice, UUID customerId) {
        var rule = choice.proposal().rule();
        var shown = choice.shown();
        return new Suggestion(
                choice.id(customerId),
                rule.ruleId(),
                rule.version(),
                rule.content().title(),
                rule.content().text(),
                choice.proposal().reasons(),
                shown == null ? null : shown.shownAt());
    }
}
