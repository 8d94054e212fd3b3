/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestTwilio;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.twilio.Form;

import static fi.saumaton.gateway.TestTwilio.fields;
import static fi.saumaton.gateway.TestTwilio.sid;
import static fi.saumaton.gateway.channel.ProviderStandIn.answer;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Text messages, from the signed form to the customer's telephone and back. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class SmsFlowTest {
    private final TestTwilio twilio = new TestTwilio("sms/main");
    private final String mikko = TestTwilio.someNumber();
    private final TestAgent jenni = TestAgent.someone();
    private ProviderStandIn api;

    @BeforeEach
    void open() {
        Database.value("delete from delivery where channel like 'sms:%'"); // what others have left
        api = ProviderStandIn.start(TestTwilio.port())
                .usually(request -> answer(201, "{\"sid\":\"" + sid("SM") + "\",\"status\":\"queued\"}"));
    }

    @AfterEach
    void close() {
        api.close();
    }

    private Map<String, String> text(String body) {
        return fields("MessageSid", sid("SM"), "From", mikko, "To", TestTwilio.NUMBER, "Body", body, "NumMedia", "0");
    }

    private UUID conversation() {
        return (UUID) await().until(
                        () -> Database.value("select id from conversation where handle_value = ?", mikko),
                        found -> found != null);
    }

    private UUID conversationOfJenni() {
        twilio.tells(text("Onko saha valmis?")).then().statusCode(200);
        var conversation = conversation();
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        return conversation;
    }

    private String reply(UUID conversation, String text) {
        return jenni.replies(conversation, text)
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
    }

    private void awaitDelivery(String messageId, String status) {
        await().until(
                        () -> Database.value(
                                "select delivery_status from message where id = ?", UUID.fromString(messageId)),
                        equalTo(status));
    }

    private Form asked(int place) {
        await().until(() -> sends().size() > place);
        return Form.parse(sends().get(place).body());
    }

    /** What was to be sent to this customer; other tests' messages may be looked up meanwhile. */
    private List<ProviderStandIn.Request> sends() {
        return api.requests().stream()
                .filter(request ->
                        request.method().equals("POST") && to(request).endsWith(mikko))
                .toList();
    }

    private static String to(ProviderStandIn.Request request) {
        return Form.parse(request.body()).get("To", "");
    }

    @Test
    void anAnswerGoesOutAndItsFateComesBackInAnyOrder() {
        var conversation = conversationOfJenni();
        var id = reply(conversation, "On, hae se milloin vain. Terv. Jenni");
        awaitDelivery(id, "sent");
        var form = asked(0);
        assertEquals(
                "/2010-04-01/Accounts/" + TestTwilio.ACCOUNT + "/Messages.json",
                sends().getFirst().uri());
        assertEquals(mikko, form.get("To"));
        assertEquals(TestTwilio.NUMBER, form.get("From"));
        assertEquals("On, hae se milloin vain. Terv. Jenni", form.get("Body"));
        assertEquals("14400", form.get("ValidityPeriod"));
        assertEquals(
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (TestTwilio.ACCOUNT + ":" + TestTwilio.TOKEN).getBytes(StandardCharsets.UTF_8)),
                sends().getFirst().headers().get("Authorization"));
        var callback = form.get("StatusCallback");
        assertEquals(TestTwilio.PUBLIC + "/api/v1/hooks/sms/main/status/" + id, callback);

        var sid = (String) Database.value("select provider_id from message where id = ?", UUID.fromString(id));
        twilio.follows(callback, fields("MessageSid", sid, "MessageStatus", "delivered", "To", mikko))
                .then()
                .statusCode(200);
        awaitDelivery(id, "delivered");
        twilio.follows(callback, fields("MessageSid", sid, "MessageStatus", "sent", "To", mikko))
                .then()
                .statusCode(200);
        twilio.tells(text("Kiitos!")).then().statusCode(200);
        await().until(() ->
                Database.count("select count(*) from message where conversation_id = ?", conversation) == 3);
        awaitDelivery(id, "delivered");
    }

    @Test
    void theSameMessageIsStoredOnce() {
        var form = text("Hei");
        for (int i = 0; i < 3; i++) {
            twilio.tells(form)
                    .then()
                    .statusCode(200)
                    .contentType("text/xml")
                    .body(equalTo("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response></Response>"));
        }
        twilio.tells(text("Huomenta")).then().statusCode(200);
        await().until(() ->
                Database.count("select count(*) from message where conversation_id = ?", conversation()) == 2);
    }

    @Test
    void whatIsNotSignedIsRefusedAndLeavesNothing() {
        var form = text("Hei");
        twilio.tells("", form, null).then().statusCode(401);
        twilio.tells("", form, "bm90aGluZw==").then().statusCode(401);
        twilio.tells("/status/x", form, TestTwilio.signature(TestTwilio.PUBLIC + "/api/v1/hooks/sms/main", form))
                .then()
                .statusCode(401);
        new TestTwilio("sms/none").tells(form).then().statusCode(404);
        twilio.tells(text("x".repeat(70_000))).then().statusCode(413);
        assertEquals(0, Database.count("select count(*) from conversation where handle_value = ?", mikko));
    }

    @Test
    void whoSaysStopGetsNothingMoreUntilTheySayStart() {
        var conversation = conversationOfJenni();
        twilio.tells(text("LOPETA")).then().statusCode(200);
        await().until(() ->
                Database.count("select count(*) from sms_opt_out where handle = ? and stopped", mikko) == 1);
        var refused = reply(conversation, "Vielä yksi asia");
        awaitDelivery(refused, "failed");
        assertEquals(
                "The recipient has asked for no more messages (STOP)",
                Database.value("select delivery_reason from message where id = ?", UUID.fromString(refused)));
        assertEquals(0, sends().size());
        twilio.tells(text("START")).then().statusCode(200);
        await().until(() ->
                Database.count("select count(*) from sms_opt_out where handle = ? and stopped", mikko) == 0);
        awaitDelivery(reply(conversation, "Tervetuloa takaisin"), "sent");
    }

    @Test
    void whatTwilioKnowsOfAStopIsLearnt() {
        var conversation = conversationOfJenni();
        api.then(answer(400, "{\"code\":21610,\"message\":\"unsubscribed\",\"status\":400}"));
        awaitDelivery(reply(conversation, "Hei"), "failed");
        awaitDelivery(reply(conversation, "Hei taas"), "failed");
        assertEquals(1, sends().size(), "the second was not even tried");
    }

    @Test
    void aBusyAccountIsTriedAgainAndAWrongNumberNot() {
        var conversation = conversationOfJenni();
        api.then(
                answer(429, "{\"code\":20429,\"status\":429}").with("Retry-After", "0"),
                answer(201, "{\"sid\":\"" + sid("SM") + "\"}"),
                answer(400, "{\"code\":21211,\"message\":\"not valid\",\"status\":400}"));
        awaitDelivery(reply(conversation, "yksi"), "sent");
        var second = reply(conversation, "kaksi");
        awaitDelivery(second, "failed");
        assertEquals(
                "The number is not valid",
                Database.value("select delivery_reason from message where id = ?", UUID.fromString(second)));
        assertEquals(3, sends().size());
    }

    @Test
    void aSendThatWasNeverAnsweredIsSettledByItsReport() {
        var conversation = conversationOfJenni();
        api.then(ProviderStandIn.breakOff()).usually(request -> answer(500, "{}"));
        var id = reply(conversation, "Tuliko perille?");
        awaitDelivery(id, "uncertain");
        twilio.tells("/status/" + id, fields("MessageSid", sid("SM"), "MessageStatus", "delivered", "To", mikko))
                .then()
                .statusCode(200);
        awaitDelivery(id, "delivered");
    }

    @Test
    void aReportOfFailureNamesTheReason() {
        var conversation = conversationOfJenni();
        var id = reply(conversation, "Hei");
        awaitDelivery(id, "sent");
        var sid = (String) Database.value("select provider_id from message where id = ?", UUID.fromString(id));
        twilio.tells(
                        "/status/" + id,
                        fields("MessageSid", sid, "MessageStatus", "undelivered", "ErrorCode", "30005", "To", mikko))
                .then()
                .statusCode(200);
        awaitDelivery(id, "failed");
        assertEquals(
                "The number is unknown or no longer in use",
                Database.value("select delivery_reason from message where id = ?", UUID.fromString(id)));
    }

    @Test
    void aPictureIsFetchedWithOurCredentialsAndItsStorageWithout() {
        var png = new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        api.usually(request -> request.uri().startsWith("/media")
                ? answer(307, "").with("Location", api.url("/storage/ME1").toString())
                : ProviderStandIn.content("image/png", png));
        var form = text("Rikki");
        form.put("NumMedia", "1");
        form.put("MediaUrl0", api.url("/media/ME1").toString());
        form.put("MediaContentType0", "image/png");
        twilio.tells(form).then().statusCode(200);
        var conversation = conversation();
        await().until(() -> Database.count(
                        "select count(*) from attachment where conversation_id = ? and size = ?", conversation, 16)
                == 1);
        assertEquals(List.of(true), authorised("/media"));
        assertEquals(List.of(false), authorised("/storage"));
    }

    /** Whether requests to these addresses had our credentials. */
    private List<Boolean> authorised(String path) {
        return api.requests().stream()
                .filter(request -> request.uri().startsWith(path))
                .map(request -> request.headers().contains("Authorization"))
                .distinct()
                .toList();
    }

    @Test
    void whatsAppIsWrittenToAsWhatsApp() {
        var wa = new TestTwilio("sms/wa");
        wa.tells(fields(
                        "MessageSid",
                        sid("SM"),
                        "From",
                        "whatsapp:" + mikko,
                        "To",
                        "whatsapp:" + TestTwilio.NUMBER,
                        "Body",
                        "Moi",
                        "ProfileName",
                        "Mikko"))
                .then()
                .statusCode(200);
        var conversation = conversation();
        try (var desk = jenni.socket().fromNow()) {
            jenni.getsAssigned(conversation);
            desk.awaitEvent("conversation.assigned");
        }
        awaitDelivery(reply(conversation, "Hei"), "sent");
        assertEquals("whatsapp:" + mikko, asked(0).get("To"));
        assertEquals("whatsapp:" + TestTwilio.NUMBER, asked(0).get("From"));
        jenni.asks().get("/api/v1/channels").then().statusCode(200).body(containsString("sms:wa"));
    }
}
