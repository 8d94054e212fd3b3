/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import io.vertx.core.Vertx;

/** Clients for tests of single classes. */
public final class ProviderClients {
    private ProviderClients() {}

    public static ProviderClient of(Vertx vertx) {
        return new ProviderClient(vertx);
    }
}
