/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.ConfigProvider;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestWebhook;
import fi.saumaton.gateway.channel.ChannelContract;
import fi.saumaton.gateway.channel.HookCall;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.Receipt;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class WebhookContractTest extends ChannelContract {
    @Override
    protected String channelName() {
        return "webhook:answering";
    }

    @Override
    protected int providerPort() {
        return ConfigProvider.getConfig()
                .getValue("saumaton.channel.webhook.answering.url", URI.class)
                .getPort();
    }

    @Override
    protected String handleOf(String id) {
        return "answering:" + id;
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return signed(new JsonObject()
                .put("messageId", id)
                .put("from", Map.of("kind", "webhook-user", "value", from))
                .put("text", text));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return signed(new JsonObject().put("type", "hologram.beamed").put("messageId", id));
    }

    private static HookCall signed(JsonObject message) {
        var body = message.encode();
        var id = UUID.randomUUID().toString();
        long now = Instant.now().getEpochSecond();
        return HookCall.of(
                "/api/v1/hooks/webhook/answering",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        Long.toString(now),
                        "webhook-signature",
                        TestWebhook.signature(id, now, body)),
                body);
    }

    @Override
    protected String signatureHeader() {
        return "webhook-signature";
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return signed(new JsonObject()
                .put("type", "message.status")
                .put("messageId", providerMessageId)
                .put("status", status.name().toLowerCase(Locale.ROOT)));
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String providerMessageId) {
        return ProviderStandIn.answer(204, "");
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return ProviderStandIn.answer(410, "");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        return new JsonObject(request.body()).getString("text");
    }
}
