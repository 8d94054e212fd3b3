/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** What is written as JSON by hand, for the native image. */
@RegisterForReflection(
        targets = {
            Promise.class,
            Commitment.class,
            Party.class,
            Window.class,
            Deadlines.class,
            Progress.class,
            Trail.class,
            Evidence.class,
            PromiseEvent.class
        })
final class PromiseJson {
    private PromiseJson() {}
}
