/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

/**
 * Something to tell a recipient.
 *
 * @param recipient see {@link Recipients}
 * @param kind such as {@code message.received}
 * @param data as the client gets it, written as JSON
 */
public record StreamEntry(String recipient, String kind, Object data) {}
