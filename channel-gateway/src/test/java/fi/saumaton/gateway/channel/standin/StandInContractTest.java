/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.standin;

import java.util.Map;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.channel.ChannelContract;
import fi.saumaton.gateway.channel.HookCall;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.Receipt;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class StandInContractTest extends ChannelContract {
    @Override
    protected String channelName() {
        return "standin:main";
    }

    @Override
    protected int providerPort() {
        return StandInCalls.port();
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return StandInCalls.item("main", Map.of("type", "text", "id", id, "from", from, "text", text));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return StandInCalls.item("main", Map.of("type", "hologram", "id", id, "from", from, "beam", 3));
    }

    @Override
    protected String signatureHeader() {
        return StandInChannel.SIGNATURE;
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return StandInCalls.item("main", Map.of("type", "status", "id", providerMessageId, "status", status.name()));
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String providerMessageId) {
        return ProviderStandIn.answer(
                200, new JsonObject().put("id", providerMessageId).encode());
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return ProviderStandIn.answer(400, "{}");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        return StandInCalls.textOf(request);
    }
}
