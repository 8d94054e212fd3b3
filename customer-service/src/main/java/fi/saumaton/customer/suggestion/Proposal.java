/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.List;

import fi.saumaton.customer.picture.Reason;

/** A rule whose conditions all hold, and why. */
record Proposal(SuggestionRule rule, List<Reason> reasons) {}
