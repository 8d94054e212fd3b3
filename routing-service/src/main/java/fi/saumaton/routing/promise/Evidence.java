/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;

/**
 * The two-way contact that kept a promise.
 *
 * @param kind conversation (seen by the platform), or as told by who did it: call, meeting, message, delivery
 * @param at when the contact was
 * @param ref what shows it: a message, a call's number; null when only somebody's word does
 * @param outcome what came of it: resolved, settled, agreed, answered, delivered
 * @param by who told it, or closed the conversation
 * @param toldAt when we heard of it
 */
public record Evidence(String kind, Instant at, String ref, String outcome, Party by, Instant toldAt) {}
