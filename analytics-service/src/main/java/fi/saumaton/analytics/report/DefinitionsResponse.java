/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.util.List;

import fi.saumaton.analytics.metric.Definition;

/** All definitions, under the version that a summary names. */
record DefinitionsResponse(int version, List<Definition> items) {}
