/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Instant;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A stage, and since when. */
@Schema(description = "A stage that the customer entered, and when")
record Standing(@Schema(examples = "new") String stage, Instant since) {}
