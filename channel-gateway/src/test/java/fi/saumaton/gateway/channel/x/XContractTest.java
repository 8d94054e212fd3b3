/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ChannelContract;
import fi.saumaton.gateway.channel.HookCall;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.SocialDesk;
import fi.saumaton.gateway.channel.SocialSettings;

import static fi.saumaton.gateway.channel.ProviderStandIn.answer;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = SocialSettings.class, scope = TestResourceScope.GLOBAL)
class XContractTest extends ChannelContract {
    private static final XSignature SIGNATURE = new XSignature(SocialSettings.CONSUMER_SECRET);

    @Override
    protected String channelName() {
        return "x:support";
    }

    @Override
    protected int providerPort() {
        return SocialDesk.port("saumaton.channel.x.support.base-url");
    }

    @Override
    protected String newUser() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L));
    }

    @Override
    protected String newId() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 60));
    }

    private static HookCall call(String body) {
        return HookCall.of(
                "/api/v1/hooks/x/support",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "x-twitter-webhooks-signature",
                        SIGNATURE.sign(body.getBytes(StandardCharsets.UTF_8))),
                body);
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return call("""
                {"for_user_id":"10","direct_message_events":[{"type":"message_create","id":"%s","created_timestamp":"1795341600123",
                "message_create":{"target":{"recipient_id":"10"},"sender_id":"%s","message_data":{"text":"%s"}}}]}
                """.formatted(id, from, text));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return call("{\"for_user_id\":\"10\",\"bookmark_events\":[{\"id\":\"%s\",\"sender_id\":\"%s\"}]}"
                .formatted(id, from));
    }

    @Override
    protected String signatureHeader() {
        return "x-twitter-webhooks-signature";
    }

    /** What X tells is up to when they have read, not which message. */
    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return null;
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String id) {
        return answer(201, "{\"data\":{\"dm_conversation_id\":\"1-2\",\"dm_event_id\":\"" + id + "\"}}");
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return answer(403, "{\"title\":\"Forbidden\",\"status\":403}");
    }

    @Override
    protected ProviderStandIn.Behaviour busy() {
        return answer(429, "{}")
                .with("x-rate-limit-reset", Long.toString(Instant.now().getEpochSecond() + 1));
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        try {
            return new ObjectMapper().readTree(request.body()).path("text").asText(null);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
