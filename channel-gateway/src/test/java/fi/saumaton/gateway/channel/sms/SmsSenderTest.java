/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.ProviderClients;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.twilio.TwilioApi;

import static fi.saumaton.gateway.channel.ProviderStandIn.answer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What Twilio's answers mean. */
class SmsSenderTest {
    private static final Instant WRITTEN = Instant.parse("2026-11-22T10:00:00.500Z");
    private static final UUID ID = new UUID(WRITTEN.toEpochMilli() << 16 | 0x7000, 0x8000000000000001L);
    private static final Outbound MESSAGE = Outbound.text(
            ID,
            UUID.randomUUID(),
            "sms:main",
            "K7RM-2XQ4",
            Handle.proven("phone", "+358401234567", "channel"),
            null,
            null,
            "Hei",
            "Jenni",
            null,
            List.of(),
            1);

    private final Vertx vertx = Vertx.vertx();
    private final ProviderStandIn twilio = ProviderStandIn.start(0);
    private SmsSender sender;

    @BeforeEach
    void open() {
        var line = new Line(twilio.url(""));
        sender = new SmsSender(
                line, new TwilioApi(line, ProviderClients.of(vertx), new ObjectMapper()), new ObjectMapper(), null);
    }

    @AfterEach
    void close() {
        twilio.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private DeliveryOutcome outcome(ProviderStandIn.Behaviour behaviour) {
        twilio.then(behaviour);
        return sender.send(MESSAGE, WRITTEN).await().atMost(Duration.ofSeconds(5));
    }

    private DeliveryOutcome found(String messages, Duration after) {
        twilio.then(answer(200, messages));
        return sender.lookUp(MESSAGE, WRITTEN.plus(after)).await().atMost(Duration.ofSeconds(5));
    }

    @Test
    void answersAreJudgedByTheirCodes() {
        assertEquals(new DeliveryOutcome.Sent("SM1"), outcome(answer(201, "{\"sid\":\"SM1\"}")));
        assertEquals(
                new DeliveryOutcome.FinalFailure("The number is not valid", "21211"),
                outcome(answer(400, "{\"code\":21211}")));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("Twilio answered 20429", Duration.ofSeconds(3), Scope.ACCOUNT),
                outcome(answer(429, "{\"code\":20429}").with("Retry-After", "3")));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("Twilio answered 20003", null, Scope.ACCOUNT),
                outcome(answer(401, "{\"code\":20003}")));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("Twilio answered 503", null, Scope.MESSAGE),
                outcome(answer(503, "busy")));
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(answer(500, "{}")));
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(answer(201, "<html>")));
        assertInstanceOf(DeliveryOutcome.Uncertain.class, outcome(ProviderStandIn.breakOff()));
        twilio.goAway();
        assertEquals(
                Scope.ACCOUNT,
                assertInstanceOf(
                                DeliveryOutcome.TemporaryFailure.class,
                                sender.send(MESSAGE, WRITTEN).await().atMost(Duration.ofSeconds(5)))
                        .scope());
    }

    @Test
    void aLookUpFindsWhatWasSent() {
        var ours = "{\"sid\":\"SM2\",\"body\":\"Hei\",\"direction\":\"outbound-api\",\"date_created\":\"%s\"}";
        var now = ours.formatted("Sun, 22 Nov 2026 10:00:00 +0000");
        var before = ours.formatted("Sun, 22 Nov 2026 09:59:59 +0000");
        assertEquals(
                new DeliveryOutcome.Sent("SM2"), found("{\"messages\":[" + before + "," + now + "]}", Duration.ZERO));
        assertTrue(twilio.requests().getFirst().uri().contains("To=%2B358401234567"));
        assertInstanceOf(
                DeliveryOutcome.Uncertain.class, found("{\"messages\":[" + before + "]}", Duration.ofMinutes(1)));
        assertEquals(
                new DeliveryOutcome.TemporaryFailure("Twilio has not got it"),
                found("{\"messages\":[" + before + "]}", Duration.ofMinutes(3)));
        assertInstanceOf(DeliveryOutcome.Uncertain.class, found("{}", Duration.ofMinutes(3)));
    }

    private record Line(URI baseUrl) implements SmsConfig.Line {
        @Override
        public String accountSid() {
            return "AC1";
        }

        @Override
        public List<String> authTokens() {
            return List.of("12345");
        }

        @Override
        public Optional<String> number() {
            return Optional.of("+358450000001");
        }

        @Override
        public Optional<String> messagingService() {
            return Optional.empty();
        }

        @Override
        public boolean whatsapp() {
            return false;
        }

        @Override
        public Duration validity() {
            return Duration.ofHours(4);
        }

        @Override
        public double perSecond() {
            return 1;
        }

        @Override
        public Set<String> stopWords() {
            return Set.of();
        }
    }
}
