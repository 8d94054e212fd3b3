/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.instagram;

import java.util.UUID;

import org.junit.jupiter.api.AfterEach;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.TestMeta;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ChannelContract;
import fi.saumaton.gateway.channel.HookCall;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.Receipt;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class InstagramContractTest extends ChannelContract {
    private static HookCall event(String from, String content) {
        var now = System.currentTimeMillis();
        var body =
                "{\"object\":\"instagram\",\"entry\":[{\"id\":\"%s\",\"time\":%d,\"messaging\":[{\"sender\":{\"id\":\"%s\"},\"recipient\":{\"id\":\"%s\"},\"timestamp\":%d,%s}]}]}"
                        .formatted(TestMeta.ACCOUNT, now, from, TestMeta.ACCOUNT, now, content);
        return HookCall.of("/api/v1/hooks/instagram/shop", TestMeta.headers(body), body);
    }

    /** What stays uncertain is asked for again and again, also while the next test runs. */
    @AfterEach
    void askNoMore() {
        TestMeta.askNoMore(channelName());
    }

    @Override
    protected String channelName() {
        return "instagram:shop";
    }

    @Override
    protected int providerPort() {
        return TestMeta.port("instagram");
    }

    @Override
    protected String newUser() {
        return Long.toString(UUID.randomUUID().getMostSignificantBits() >>> 1);
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return event(from, "\"message\":{\"mid\":\"%s\",\"text\":\"%s\"}".formatted(id, text));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return event(from, "\"hologram\":{\"mid\":\"%s\",\"beam\":3}".formatted(id));
    }

    @Override
    protected String signatureHeader() {
        return "X-Hub-Signature-256";
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return status == Receipt.Status.READ
                ? event(user, "\"read\":{\"mid\":\"%s\"}".formatted(providerMessageId))
                : null;
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String providerMessageId) {
        return ProviderStandIn.answer(
                200, "{\"recipient_id\":\"" + user + "\",\"message_id\":\"" + providerMessageId + "\"}");
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return ProviderStandIn.answer(400, "{\"error\":{\"code\":551,\"message\":\"This person isn't available\"}}");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        var message = request.method().equals("POST") ? new JsonObject(request.body()).getJsonObject("message") : null;
        return message == null ? null : message.getString("text");
    }
}
