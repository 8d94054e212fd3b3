/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;

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
class TelegramContractTest extends ChannelContract {
    private static final AtomicInteger IDS =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(1, 1_000_000_000));

    @Override
    protected String channelName() {
        return "telegram:shop";
    }

    @Override
    protected int providerPort() {
        return SocialDesk.port("saumaton.channel.telegram.shop.base-url");
    }

    @Override
    protected String newUser() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1_000_000_000L, 9_000_000_000L));
    }

    @Override
    protected String newId() {
        return Integer.toString(IDS.incrementAndGet());
    }

    private static HookCall update(String id, String content) {
        return HookCall.of(
                "/api/v1/hooks/telegram/shop",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Telegram-Bot-Api-Secret-Token",
                        SocialSettings.HOOK_SECRET),
                "{\"update_id\":" + id + "," + content + "}");
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return update(id, """
                "message":{"message_id":%s,"from":{"id":%s,"first_name":"Mikko"},"chat":{"id":%s,"type":"private"},
                "date":1795341600,"text":"%s"}
                """.formatted(id, from, from, text));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return update(id, "\"paid_media\":{\"from\":{\"id\":%s,\"first_name\":\"Mikko\"}}".formatted(from));
    }

    @Override
    protected String signatureHeader() {
        return "X-Telegram-Bot-Api-Secret-Token";
    }

    /** The secret covers no body: whoever does not know it guesses. */
    @Override
    protected HookCall forged(HookCall call) {
        return call.with(signatureHeader(), "a-guess");
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return null;
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String id) {
        return answer(200, "{\"ok\":true,\"result\":{\"message_id\":%s,\"chat\":{\"id\":%s}}}".formatted(id, user));
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return answer(
                403, "{\"ok\":false,\"error_code\":403,\"description\":\"Forbidden: bot was blocked by the user\"}");
    }

    @Override
    protected ProviderStandIn.Behaviour busy() {
        return answer(429, "{\"ok\":false,\"error_code\":429,\"parameters\":{\"retry_after\":1}}");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        try {
            return request.uri().endsWith("/sendMessage")
                    ? new ObjectMapper().readTree(request.body()).path("text").asText()
                    : null;
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
