/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Instant;

/** A stored entry. {@code data} is JSON text; {@code sequence} counts from 1 per recipient, without holes. */
record StreamEvent(String recipient, long sequence, String kind, Instant at, String data) {}
