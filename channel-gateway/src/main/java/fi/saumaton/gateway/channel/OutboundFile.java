/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** A file that goes out with a message. */
public record OutboundFile(String name, String mediaType, byte[] content) {}
