/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.promise;

import java.util.UUID;

/** A promise's event with its envelope's id and type. */
public record PromiseTold(UUID eventId, String type, PromiseEvent event) {}
