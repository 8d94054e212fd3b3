/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.issue;

import java.util.Optional;
import java.util.UUID;

import fi.saumaton.customer.timeline.Touchpoint;

/**
 * Where a contact has gone.
 *
 * @param issueId the issue it is about, which may count to another one
 * @param continued whether the issue was there before
 * @param event to be published
 * @param touchpoint to be added to the timeline
 */
public record Placement(UUID issueId, boolean continued, IssueEvent event, Optional<Touchpoint> touchpoint) {}
