/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.Locale;
import java.util.UUID;

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
class WhatsAppContractTest extends ChannelContract {
    private static HookCall hook(String content) {
        var body = """
                {"object":"whatsapp_business_account","entry":[{"id":"900","changes":[{"field":"messages","value":{
                "messaging_product":"whatsapp","metadata":{"phone_number_id":"%s"},%s}}]}]}
                """.formatted(TestMeta.NUMBER_ID, content);
        return HookCall.of("/api/v1/hooks/whatsapp/service", TestMeta.headers(body), body);
    }

    private static HookCall message(String id, String from, String type, String content) {
        return hook(
                "\"contacts\":[{\"profile\":{\"name\":\"Mikko\"},\"user_id\":\"%s\"}],\"messages\":[{\"from_user_id\":\"%s\",\"id\":\"%s\",\"timestamp\":\"%d\",\"type\":\"%s\",\"%s\":{\"body\":\"%s\"}}]"
                        .formatted(from, from, id, System.currentTimeMillis() / 1000, type, type, content));
    }

    @Override
    protected String channelName() {
        return "whatsapp:service";
    }

    @Override
    protected int providerPort() {
        return TestMeta.port("whatsapp");
    }

    @Override
    protected String newUser() {
        return "FI." + UUID.randomUUID().toString().replace("-", "");
    }

    @Override
    protected String newId() {
        return "wamid." + UUID.randomUUID();
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return message(id, from, "text", text);
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return message(id, from, "hologram", "beam");
    }

    @Override
    protected String signatureHeader() {
        return "X-Hub-Signature-256";
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return hook("\"statuses\":[{\"id\":\"%s\",\"status\":\"%s\",\"timestamp\":\"%d\",\"recipient_user_id\":\"%s\"}]"
                .formatted(
                        providerMessageId,
                        status.name().toLowerCase(Locale.ROOT),
                        System.currentTimeMillis() / 1000,
                        user));
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String providerMessageId) {
        return ProviderStandIn.answer(200, "{\"messages\":[{\"id\":\"" + providerMessageId + "\"}]}");
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return ProviderStandIn.answer(400, "{\"error\":{\"code\":131026,\"message\":\"Message undeliverable\"}}");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        var text = request.method().equals("POST") ? new JsonObject(request.body()).getJsonObject("text") : null;
        return text == null ? null : text.getString("body");
    }
}
