/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.util.Locale;
import java.util.Map;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestTwilio;
import fi.saumaton.gateway.channel.ChannelContract;
import fi.saumaton.gateway.channel.HookCall;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.twilio.Form;

import static fi.saumaton.gateway.TestTwilio.fields;

@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class SmsContractTest extends ChannelContract {
    private static final String DOOR = "/api/v1/hooks/sms/main";

    @Override
    protected String channelName() {
        return "sms:main";
    }

    @Override
    protected int providerPort() {
        return TestTwilio.port();
    }

    @Override
    protected String newUser() {
        return TestTwilio.someNumber();
    }

    @Override
    protected String newId() {
        return TestTwilio.sid("SM");
    }

    @Override
    protected HookCall message(String id, String from, String text) {
        return signed(fields("MessageSid", id, "From", from, "To", TestTwilio.NUMBER, "Body", text, "NumMedia", "0"));
    }

    @Override
    protected HookCall unknown(String id, String from) {
        return signed(fields("EventType", "HOLOGRAM_BEAMED", "From", from));
    }

    private static HookCall signed(Map<String, String> fields) {
        return HookCall.of(
                DOOR,
                Map.of(
                        "Content-Type",
                        "application/x-www-form-urlencoded",
                        "X-Twilio-Signature",
                        TestTwilio.signature(TestTwilio.PUBLIC + DOOR, fields)),
                TestTwilio.form(fields));
    }

    @Override
    protected String signatureHeader() {
        return "X-Twilio-Signature";
    }

    @Override
    protected HookCall receipt(String providerMessageId, Receipt.Status status) {
        return signed(fields(
                "MessageSid",
                providerMessageId,
                "MessageStatus",
                status.name().toLowerCase(Locale.ROOT),
                "To",
                user,
                "From",
                TestTwilio.NUMBER));
    }

    @Override
    protected ProviderStandIn.Behaviour accepts(String providerMessageId) {
        return ProviderStandIn.answer(201, "{\"sid\":\"" + providerMessageId + "\",\"status\":\"queued\"}");
    }

    @Override
    protected ProviderStandIn.Behaviour refuses() {
        return ProviderStandIn.answer(400, "{\"code\":21211,\"message\":\"not valid\",\"status\":400}");
    }

    @Override
    protected ProviderStandIn.Behaviour busy() {
        return ProviderStandIn.answer(429, "{\"code\":20429,\"status\":429}").with("Retry-After", "1");
    }

    @Override
    protected String textOf(ProviderStandIn.Request request) {
        return request.method().equals("POST") ? Form.parse(request.body()).get("Body") : null;
    }
}
