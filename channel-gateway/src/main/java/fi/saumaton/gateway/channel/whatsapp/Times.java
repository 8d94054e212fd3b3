/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.DateTimeException;
import java.time.Instant;

import com.fasterxml.jackson.databind.JsonNode;

/** The Cloud API's times: seconds since 1970, as a string or a number. */
final class Times {
    private Times() {}

    static Instant seconds(JsonNode timestamp, Instant otherwise) {
        long seconds = timestamp.asLong(0);
        try {
            return seconds > 0 ? Instant.ofEpochSecond(seconds) : otherwise;
        } catch (DateTimeException e) {
            return otherwise;
        }
    }
}
