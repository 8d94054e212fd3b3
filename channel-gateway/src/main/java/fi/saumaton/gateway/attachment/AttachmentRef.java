/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.attachment;

import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** A file as a message names it; {@code size} in bytes. */
@RegisterForReflection
public record AttachmentRef(UUID id, String name, String mediaType, long size) {}
