/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.offer;

import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** @param reason busy, not-my-skill, break, other, or words of the agent's own */
@Schema(examples = "{\"reason\":\"busy\"}")
record RefusalRequest(@Size(min = 1, max = 200) String reason) {}
