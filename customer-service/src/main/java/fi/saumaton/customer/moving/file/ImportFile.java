/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.file;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file on its way in. */
@Schema(description = "A file for imports, sent in parts")
record ImportFile(
        UUID fileId,
        @Schema(examples = "customers.csv") String name,

        @Schema(description = "Bytes that have come; the next part goes there")
        long size,

        Instant createdAt) {}
