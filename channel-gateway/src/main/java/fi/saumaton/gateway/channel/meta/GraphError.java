/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * An error as the Graph API and its hooks write it. The code decides, never the HTTP status or the wording: limits come as 400, and wordings change.
 *
 * @param subcode 0 when there is none
 * @param title Meta's own fixed wording, which names no customer; empty when there is none
 */
public record GraphError(int code, int subcode, String title) {
    private static final int LONGEST_TITLE = 160;

    /** From an answer's {@code error}, or one of a status's {@code errors}; empty when it is none. */
    public static Optional<GraphError> of(JsonNode error) {
        if (!error.path("code").canConvertToInt()) {
            return Optional.empty();
        }
        var title = error.path("title").asText(error.path("message").asText(""));
        return Optional.of(new GraphError(
                error.path("code").asInt(), error.path("error_subcode").asInt(0), shortened(title)));
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_TITLE ? title : title.substring(0, LONGEST_TITLE);
    }

    /** The code, with the subcode behind a dot where there is one. */
    public String name() {
        return subcode == 0 ? Integer.toString(code) : code + "." + subcode;
    }
}
