/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.edge;

import jakarta.inject.Singleton;

import io.opentelemetry.context.propagation.TextMapPropagator;
import io.quarkus.opentelemetry.runtime.propagation.TextMapPropagatorCustomizer;

/**
 * Traces begin here, for everybody: who may name a trace may also have every request of theirs recorded, hang them on
 * traces of others, and send baggage through all services. Our own requests to the services carry our trace on.
 */
@Singleton
class OwnTraces implements TextMapPropagatorCustomizer {
    @Override
    public TextMapPropagator customize(Context context) {
        return new OneWayPropagator(context.propagator());
    }
}
