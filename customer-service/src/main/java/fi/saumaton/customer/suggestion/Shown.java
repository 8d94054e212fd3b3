/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Instant;
import java.util.UUID;

/**
 * The record of a showing.
 *
 * @param round from 0; the next one after the customer wanted to be asked later
 * @param outcome null while nobody has said
 */
record Shown(UUID id, String ruleId, int ruleVersion, int round, Instant shownAt, Outcome outcome, Instant outcomeAt) {}
