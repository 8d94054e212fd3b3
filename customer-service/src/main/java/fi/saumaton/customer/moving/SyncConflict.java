/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A ticket that both sides have changed since they were alike. */
@Schema(description = "A ticket that has changed here and there since both sides were alike")
record SyncConflict(
        UUID conflictId,
        @Schema(examples = "zendesk-main") String origin,

        @Schema(description = "Of the ticket, in its system", examples = "35436")
        String externalId,

        UUID customerId,
        UUID issueId,

        @Schema(description = "open or ended: how it is here", examples = "ended")
        String ours,

        @Schema(description = "open or ended: how it is there", examples = "open")
        String theirs,

        Instant theirsChangedAt,
        Instant foundAt,

        @Schema(description = "ours or theirs; absent as long as nobody has decided", examples = "theirs")
        String decision,

        Instant decidedAt) {}
