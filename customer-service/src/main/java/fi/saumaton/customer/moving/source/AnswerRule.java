/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** What an answer that is no success means. */
final class AnswerRule {
    /** Whoever does not say how long gets the window of the strictest: HubSpot counts ten seconds, Zendesk a minute. */
    private static final Duration USUAL = Duration.ofSeconds(10);

    private static final Duration LONGEST = Duration.ofDays(1);

    /** Salesforce counts requests a day, and says 403. */
    private static final String SPENT = "REQUEST_LIMIT_EXCEEDED";

    private static final Duration SPENT_WAIT = Duration.ofHours(1);

    private AnswerRule() {}

    static SourceTrouble trouble(int status, String retryAfter, Optional<JsonNode> body, Instant now) {
        if (status == 429 || status == 503 && retryAfter != null) {
            return SourceTrouble.limited(wait(retryAfter, now));
        }
        if (status == 403 && body.map(JsonNode::toString).orElse("").contains(SPENT)) {
            return SourceTrouble.limited(SPENT_WAIT);
        }
        return switch (status) {
            case 401 -> SourceTrouble.refused("The system does not take the configured credentials (401).", 401);
            case 403 -> SourceTrouble.refused("The configured credentials may not read this (403).", 403);
            case 409 -> SourceTrouble.changedMeanwhile();
            case 404 -> SourceTrouble.refused("There is nothing at the configured address (404).", 404);
            default ->
                status >= 500 || status == 408
                        ? SourceTrouble.away("The system answers with " + status + ".", null)
                        : SourceTrouble.refused("The system refuses the request (" + status + ").", status);
        };
    }

    /** Seconds or a date, as HTTP has it. */
    static Duration wait(String retryAfter, Instant now) {
        return Optional.ofNullable(retryAfter)
                .map(String::strip)
                .flatMap(text -> text.matches("[0-9]{1,9}")
                        ? Optional.of(Duration.ofSeconds(Long.parseLong(text)))
                        : date(text, now))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait)
                .map(wait -> wait.compareTo(LONGEST) > 0 ? LONGEST : wait)
                .orElse(USUAL);
    }

    private static Optional<Duration> date(String text, Instant now) {
        try {
            var at = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return Optional.of(Duration.between(now, at));
        } catch (DateTimeException noDate) {
            return Optional.empty();
        }
    }
}
