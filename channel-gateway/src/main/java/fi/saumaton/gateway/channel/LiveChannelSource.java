/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Channels that come and go while the gateway runs. */
public interface LiveChannelSource extends ChannelSource {
    /** Among those that this replica knows just now. */
    Optional<Channel> find(String name);

    /** Learns what other replicas have changed. Joins the open transaction if there is one. */
    Uni<Void> refresh();
}
