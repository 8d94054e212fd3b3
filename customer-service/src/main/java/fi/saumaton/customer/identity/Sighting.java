/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Somebody was met, with what they have proven.
 *
 * @param source the conversation or touchpoint it happened in
 * @param handles proven handles; none for a sender who has proven nothing at all
 * @param displayName null when not known
 * @param language BCP 47, null when not known
 * @param madeBy what noticed it: a channel or a back-office system
 * @param occurredAt when it happened, whenever it reached us: of two names the first one is kept, whatever their order
 */
public record Sighting(
        UUID source,
        List<ProvenHandle> handles,
        String displayName,
        String language,
        String madeBy,
        Instant occurredAt) {}
