/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.node.MissingNode;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.FinalFailure;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.channel.DeliveryOutcome.TemporaryFailure;
import fi.saumaton.gateway.channel.DeliveryOutcome.Uncertain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

class BotAnswerTest {
    private static DeliveryOutcome outcome(int status, String answer) {
        return BotAnswer.outcome(status, UpdateParserTest.json(answer));
    }

    private static String error(int code, String description) {
        return "{\"ok\":false,\"error_code\":%d,\"description\":\"%s\"}".formatted(code, description);
    }

    @Test
    void whatIsSentIsKnownByItsChatAndNumber() {
        assertEquals(
                new DeliveryOutcome.Sent("51:1366"),
                outcome(200, "{\"ok\":true,\"result\":{\"message_id\":1366,\"chat\":{\"id\":51}}}"));
    }

    @Test
    void aLimitSaysHowLongToWait() {
        assertEquals(
                new TemporaryFailure("Telegram's limit is reached", Duration.ofSeconds(35), Scope.ACCOUNT),
                outcome(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":35}}"));
    }

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden: bot was blocked by the user, 'The customer has blocked the bot, or never wrote to it'",
        "400, Bad Request: chat not found, Telegram does not know the customer's chat",
        "400, Bad Request: message is too long, The text is too long",
        "413, Request Entity Too Large, The file is larger than Telegram takes",
    })
    void whatCanNeverWorkFailsForGood(int code, String description, String reason) {
        assertEquals(new FinalFailure(reason, Integer.toString(code)), outcome(code, error(code, description)));
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found", "409, Conflict: terminated by other getUpdates request", "503, x"
    })
    void whatIsWrongWithTheBotLetsAllOfItsMessagesWait(int code, String description) {
        var failure = assertInstanceOf(TemporaryFailure.class, outcome(code, error(code, description)));
        assertEquals(Scope.ACCOUNT, failure.scope());
    }

    @Test
    void aServerThatBreaksMayHaveSentIt() {
        assertInstanceOf(Uncertain.class, BotAnswer.outcome(502, MissingNode.getInstance()));
        assertInstanceOf(Uncertain.class, outcome(500, error(500, "Internal Server Error")));
    }
}
