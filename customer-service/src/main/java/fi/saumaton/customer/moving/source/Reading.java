/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * What is to be read next.
 *
 * @param name of the configured connection, or of a file's system
 * @param cursor null for the beginning
 * @param since only what has changed since then; null for all
 * @param fileId null for a system that is asked over the network
 * @param columns of a file: our field to its header
 */
public record Reading(String name, What what, String cursor, Instant since, UUID fileId, Map<String, String> columns) {}
