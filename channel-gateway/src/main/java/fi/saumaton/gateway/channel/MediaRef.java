/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A file that the provider keeps for us to fetch.
 *
 * @param id the provider's id of it; null where the address is all there is
 * @param url where it is; null where the id has to be asked for it
 * @param size in bytes, as the provider says; null when it does not
 * @param sha256 of the content, as the provider says; null when it does not
 */
@RegisterForReflection
public record MediaRef(String id, String url, String mediaType, String name, Long size, String sha256) {}
