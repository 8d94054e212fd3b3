/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

/** A handle and what proves that the sender is behind it. */
public record ProvenHandle(Handle handle, Evidence evidence) {}
