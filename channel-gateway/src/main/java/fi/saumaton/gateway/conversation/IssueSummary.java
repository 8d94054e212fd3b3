/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonInclude;

/** The customer's matter that the conversation belongs to. {@code state}: open, resolved or closed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
@RegisterForReflection
public record IssueSummary(UUID issueId, String reference, String title, String state) {
    public IssueSummary in(String other) {
        return new IssueSummary(issueId, reference, title, other);
    }
}
