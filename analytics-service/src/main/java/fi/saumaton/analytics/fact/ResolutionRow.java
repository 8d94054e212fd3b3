/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.fact;

import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.analytics.metric.Issue;

/** A resolution with the issue it belongs to. */
@RegisterForReflection
record ResolutionRow(UUID resolutionId, UUID issueId, Instant resolvedAt, Instant undoneAt, boolean firstContact) {

    static Stream<ResolutionRow> of(Issue issue) {
        return issue.resolutions().stream()
                .map(resolution -> new ResolutionRow(
                        resolution.resolutionId(),
                        issue.issueId(),
                        resolution.resolvedAt(),
                        resolution.undoneAt(),
                        resolution.firstContact()));
    }
}
