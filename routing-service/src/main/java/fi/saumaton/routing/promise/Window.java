/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;

/**
 * When it is promised for.
 *
 * @param until late from then on
 */
public record Window(Instant from, Instant until) {}
