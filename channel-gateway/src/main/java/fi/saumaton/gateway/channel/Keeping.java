/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;

import io.smallrye.mutiny.Uni;

/** A channel that keeps something of its own beside messages: who wants no more of them, which calls go on. */
public interface Keeping {
    /**
     * What the channel's records of one batch say about it, in their order. Called in the transaction that stores the messages they hold, after those; a
     * record comes once.
     */
    Uni<Void> keep(List<RawInbound> records);
}
