/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.UUID;

import fi.saumaton.routing.engine.Input;

/**
 * An input about to be applied.
 *
 * @param seq its place among the stored ones; null when it is stored as it is applied (timers, people's commands)
 * @param traceparent the sampled trace it belongs to, or null
 */
record Entry(Long seq, UUID id, Input input, String traceparent) {}
