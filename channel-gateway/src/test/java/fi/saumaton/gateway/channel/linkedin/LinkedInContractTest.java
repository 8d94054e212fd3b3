/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
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
class LinkedInContractTest extends ChannelContract {
    private static final LinkedInSignature SIGNATURE = new LinkedInSignature(SocialSettings.CLIENT_SECRET);

    @Override
    protected String channelName() {
        return "linkedin:company";
    }

    @Override
    protected int providerPort() {
        return SocialDesk.port("saumaton.channel.linkedin.company.base-url");
    }

    @Override
    protected String newUser() {
        return "urn:li:person:m" + newId();
    }

    @Override
    protected String newId() {
        return Long.toString(ThreadLocalRandom.current().nextLong(1L << 60));
    }

    private static HookCall call(String notification) {
        var body = "{\"type\":\"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS\",\"notifications\":[" + notification + "]}";
        return HookCall.of(
                "/api/v1/hooks/linkedin/company",
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-LI-Signature",
                        SIGNATURE.sign(body.getBytes(StandardCharsets.UTF_8))),
                body);
    }

    private static String notification(String action, String id, String from, String text) {
        return """
                {"notificationId":%s,"action":"%s","organizationalEntity":"urn:li:organization:9","lastModifiedAt":1795341600123,
                "sourcePost":"urn:li:activity:70","decoratedGeneratedActivity":{"comment":{"owner":"%s","text":"%s",
                "entity":"urn:li:comment:(urn:li:activity:70,%s)"}}}
                """.formatted(id, action, from, text, id);
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return call(notification("COMMENT", id, from, text));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return call(notification("PHOTO_MENTION", id, from, "?"));
    }

    @Override
    protected String signatureHeader() {
        return "X-LI-Signature";
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return null;
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String id) {
        return answer(201, "{}").with("x-restli-id", id);
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return answer(403, "{\"status\":403,\"code\":\"ACCESS_DENIED\"}");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        try {
            return new ObjectMapper()
                    .readTree(request.body())
                    .at("/message/text")
                    .asText(null);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
