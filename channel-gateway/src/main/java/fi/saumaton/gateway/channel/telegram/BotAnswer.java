/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.time.Duration;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;

/** What an answer of the Bot API means for the message. Decided on the code; descriptions may change. */
final class BotAnswer {
    private BotAnswer() {}

    /** {@code answer}: the body, a missing node where it was no JSON. */
    static DeliveryOutcome outcome(int status, JsonNode answer) {
        if (status == 200 && answer.path("ok").asBoolean()) {
            return new DeliveryOutcome.Sent(UpdateParser.messageId(answer.path("result")));
        }
        int code = answer.path("error_code").asInt(status);
        return switch (code) {
            case 429 ->
                new DeliveryOutcome.TemporaryFailure("Telegram's limit is reached", retryAfter(answer), Scope.ACCOUNT);
            case 400 -> refused(answer, code);
            case 403 -> refused("The customer has blocked the bot, or never wrote to it", code);
            case 413 -> refused("The file is larger than Telegram takes", code);
            case 401, 404 -> account("Telegram does not know the bot's token");
            case 409 -> account("Another program uses the bot");
            case 503 -> new DeliveryOutcome.TemporaryFailure("Telegram is not available", null, Scope.ACCOUNT);
            default ->
                code >= 500
                        ? new DeliveryOutcome.Uncertain("Telegram answered " + code)
                        : refused("Telegram answered " + code, code);
        };
    }

    private static DeliveryOutcome refused(JsonNode answer, int code) {
        var description = answer.path("description").asText("");
        if (description.contains("chat not found")) {
            return refused("Telegram does not know the customer's chat", code);
        }
        return refused(
                description.contains("too long") ? "The text is too long" : "Telegram refuses the message", code);
    }

    private static DeliveryOutcome refused(String reason, int code) {
        return new DeliveryOutcome.FinalFailure(reason, Integer.toString(code));
    }

    private static DeliveryOutcome account(String reason) {
        return new DeliveryOutcome.TemporaryFailure(reason, null, Scope.ACCOUNT);
    }

    private static Duration retryAfter(JsonNode answer) {
        var seconds = answer.path("parameters").path("retry_after");
        return seconds.isNumber() ? Duration.ofSeconds(Math.max(1, seconds.asLong())) : null;
    }
}
