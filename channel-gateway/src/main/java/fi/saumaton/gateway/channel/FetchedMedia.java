/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

/** A file as the provider gave it. {@code mediaType}, {@code name}: null where what was announced stays true. */
public record FetchedMedia(String mediaType, String name, byte[] content) {}
