/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.gateway.Broker;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.Socket;
import fi.saumaton.gateway.TestAgent;
import fi.saumaton.gateway.TestSettings;
import fi.saumaton.gateway.TestTwilio;
import fi.saumaton.gateway.channel.ProviderStandIn;
import fi.saumaton.gateway.channel.twilio.Form;

import static fi.saumaton.gateway.TestTwilio.fields;
import static fi.saumaton.gateway.TestTwilio.sid;
import static fi.saumaton.gateway.channel.ProviderStandIn.answer;
import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Whole calls, with Twilio's part played by signed forms and a stand-in of its REST API. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = TestSettings.class, scope = TestResourceScope.GLOBAL)
class VoiceFlowTest {
    private static final String AGENTS_NUMBER = "+358450009999";

    private final TestTwilio twilio = new TestTwilio("voice/main");
    private final String mikko = TestTwilio.someNumber();
    private final String call = sid("CA");
    private final TestAgent jenni = TestAgent.someone();
    private ProviderStandIn api;
    private Socket desk;

    @BeforeEach
    void open() {
        api = ProviderStandIn.start(TestTwilio.port())
                .usually(request -> answer(200, "{\"sid\":\"" + sid("CA") + "\",\"status\":\"queued\"}"));
        desk = jenni.socket().fromNow();
    }

    @AfterEach
    void close() {
        desk.close();
        api.close();
    }

    private Map<String, String> news(String... more) {
        var fields = fields(
                "CallSid",
                call,
                "From",
                mikko,
                "To",
                TestTwilio.NUMBER,
                "Direction",
                "inbound",
                "CallStatus",
                "in-progress");
        for (int i = 0; i < more.length; i += 2) {
            fields.put(more[i], more[i + 1]);
        }
        return fields;
    }

    private UUID arrives() {
        twilio.tells(news("CallStatus", "ringing"))
                .then()
                .statusCode(200)
                .contentType("text/xml")
                .body(containsString("Tervetuloa"))
                .body(containsString("<Enqueue "));
        return (UUID) await().until(
                        () -> Database.value(
                                "select c.conversation_id from voice_call c where c.id = ? and conversation_id is not null",
                                call),
                        found -> found != null);
    }

    private void hasTelephone() {
        jenni.asks()
                .body(Map.of("kind", "number", "address", AGENTS_NUMBER))
                .put("/api/v1/me/telephone")
                .then()
                .statusCode(200);
    }

    private void awaitState(String id, String state) {
        await().until(() -> Database.value("select state from voice_call where id = ?", id), equalTo(state));
    }

    private String twiml(int place) {
        await().until(() -> api.requests().size() > place);
        return Form.parse(api.requests().get(place).body()).get("Twiml");
    }

    private static String find(String pattern, String text) {
        var found = Pattern.compile(pattern).matcher(text);
        assertTrue(found.find(), () -> pattern + " in " + text);
        return found.group(1);
    }

    private long messages(UUID conversation) {
        return Database.count("select count(*) from message where conversation_id = ?", conversation);
    }

    private void awaitText(UUID conversation, String pattern) {
        await().until(() -> Database.count(
                        "select count(*) from message where conversation_id = ? and text ~ ?", conversation, pattern)
                == 1);
    }

    @Test
    void aCallerIsConnectedTalksAndTheAgentIsFreeAfterwards() {
        hasTelephone();
        var conversation = arrives();
        twilio.tells("/wait", news("QueueTime", "10"))
                .then()
                .statusCode(200)
                .body(containsString("Vastaamme heti"))
                .body(containsString("/choice"));
        assertEquals(1, messages(conversation), "music is no news");

        jenni.getsAssigned(conversation);
        var twiml = twiml(0);
        assertEquals(
                "/2010-04-01/Accounts/" + TestTwilio.ACCOUNT + "/Calls/" + call + ".json",
                api.requests().getFirst().uri());
        assertTrue(twiml.contains(">" + AGENTS_NUMBER + "</Number>"), twiml);
        awaitState(call, "CONNECTING");

        var leg = find("statusCallback=\"([^\"]+)\"", twiml);
        twilio.follows(leg, news("CallSid", sid("CA"), "ParentCallSid", call, "CallStatus", "ringing"))
                .then()
                .statusCode(200);
        twilio.follows(leg, news("CallSid", sid("CA"), "ParentCallSid", call, "CallStatus", "in-progress"))
                .then()
                .statusCode(200);
        awaitState(call, "TALKING");
        awaitText(conversation, "^Connected after \\d+ s$");
        assertEquals(
                true,
                Database.value("select reply_due_since is not null from conversation where id = ?", conversation),
                "the agent is taken as long as they talk");

        var dialled = find("action=\"([^\"]+)\"", twiml);
        twilio.follows(dialled, news("DialCallStatus", "completed", "DialCallDuration", "49"))
                .then()
                .statusCode(200)
                .body(containsString("<Hangup>"));
        twilio.tells("/status", news("CallStatus", "completed", "CallDuration", "70"))
                .then()
                .statusCode(200);
        awaitState(call, "ENDED");
        awaitText(conversation, "^Call answered, \\d+ s$");
        try (var events = new Broker("conversation.events")) {
            var sent = events.await(conversation, "fi.saumaton.conversation.message-sent.v1")
                    .data();
            assertEquals("agent", sent.path("author").path("type").asText());
            assertEquals(jenni.id(), sent.path("author").path("id").asText());
        }
        var told = desk.awaitEvent("call.changed", 2);
        assertEquals("ENDED", told.path("state").asText());
        jenni.asks()
                .get("/api/v1/conversations/" + conversation + "/calls")
                .then()
                .statusCode(200)
                .body("items.size()", equalTo(1))
                .body("items[0].state", equalTo("ended"))
                .body("items[0].outcome", equalTo("talked"))
                .body("items[0].agentId", equalTo(jenni.id()));
        assertEquals(
                1,
                Database.count(
                        "select count(*) from message where conversation_id = ? and text like 'Call answered%'",
                        conversation));
    }

    @Test
    void aTelephoneThatIsNotAnsweredGivesTheCallerBackToTheQueue() {
        hasTelephone();
        var conversation = arrives();
        long number = jenni.getsAssigned(conversation);
        var dialled = find("action=\"([^\"]+)\"", twiml(0));
        awaitState(call, "CONNECTING");
        twilio.follows(dialled, news("DialCallStatus", "no-answer"))
                .then()
                .statusCode(200)
                .body(containsString("Paikkasi jonossa"))
                .body(containsString("<Enqueue "));
        awaitState(call, "WAITING");
        awaitText(conversation, "not answered \\(no-answer\\)");
        try (var events = new Broker("conversation.events")) {
            var returned = events.await(conversation, "fi.saumaton.conversation.returned.v1")
                    .data();
            assertEquals(jenni.id(), returned.path("agentId").asText());
            assertEquals(number, returned.path("assignmentNumber").asLong());
            assertEquals("no-answer", returned.path("reason").asText());
        }
        assertEquals("WAITING", desk.awaitEvent("call.changed").path("state").asText());

        var sami = TestAgent.someone();
        sami.asks()
                .body(Map.of("kind", "sip", "address", "sip:sami@pbx.example"))
                .put("/api/v1/me/telephone")
                .then()
                .statusCode(200);
        sami.getsAssigned(conversation);
        assertTrue(twiml(1).contains(">sip:sami@pbx.example</Sip>"));
        assertEquals(2, Database.value("select attempts from voice_call where id = ?", call));
    }

    @Test
    void whoHasNoTelephoneCannotBeConnected() {
        var conversation = arrives();
        jenni.getsAssigned(conversation);
        awaitText(conversation, "not answered \\(no telephone\\)");
        awaitState(call, "WAITING");
        assertEquals(0, api.requests().size());
    }

    @Test
    void aCallerWhoIsGoneIsNotConnected() {
        hasTelephone();
        api.then(answer(400, "{\"code\":21220,\"message\":\"not in-progress\",\"status\":400}"));
        var conversation = arrives();
        jenni.getsAssigned(conversation);
        awaitState(call, "ENDED");
        awaitText(conversation, "^Hung up after");
    }

    @Test
    void aTwilioThatIsAwayIsAskedAgain() {
        hasTelephone();
        api.then(answer(503, "{}"));
        var conversation = arrives();
        jenni.getsAssigned(conversation);
        await().until(() -> api.requests().size() == 2);
        awaitState(call, "CONNECTING");
    }

    @Test
    void whoPressesOneIsCalledBackByTheAgent() {
        hasTelephone();
        var conversation = arrives();
        twilio.tells("/choice", news("Digits", "1")).then().statusCode(200).body(containsString("takaisin"));
        awaitText(conversation, "^Call back \\" + mikko + "$");
        awaitState(call, "ENDED");
        jenni.getsAssigned(conversation);
        desk.awaitEvent("conversation.assigned");
        assertEquals(0, api.requests().size(), "nobody is rung who has hung up");

        var id = jenni.asks()
                .header("Idempotency-Key", "call-" + call)
                .post("/api/v1/conversations/" + conversation + "/calls")
                .then()
                .statusCode(202)
                .body("direction", equalTo("out"))
                .body("state", equalTo("connecting"))
                .extract()
                .<String>path("callId");
        jenni.asks()
                .header("Idempotency-Key", "call-" + call)
                .post("/api/v1/conversations/" + conversation + "/calls")
                .then()
                .statusCode(202)
                .body("callId", equalTo(id));
        var twiml = twiml(0);
        var form = Form.parse(api.requests().getFirst().body());
        assertEquals(
                "/2010-04-01/Accounts/" + TestTwilio.ACCOUNT + "/Calls.json",
                api.requests().getFirst().uri());
        assertEquals(AGENTS_NUMBER, form.get("To"), "the agent first");
        assertEquals(TestTwilio.NUMBER, form.get("From"));
        assertTrue(twiml.contains(">" + mikko + "</Number>"), twiml);

        var ours = fields(
                "CallSid",
                sid("CA"),
                "From",
                TestTwilio.NUMBER,
                "To",
                AGENTS_NUMBER,
                "Direction",
                "outbound-api",
                "CallStatus",
                "in-progress");
        twilio.follows(find("statusCallback=\"([^\"]+)\"", twiml), ours).then().statusCode(200);
        awaitState(id, "TALKING");
        ours.put("DialCallStatus", "completed");
        ours.put("DialCallDuration", "182");
        twilio.follows(find("action=\"([^\"]+)\"", twiml), ours)
                .then()
                .statusCode(200)
                .body(containsString("Hangup"));
        awaitState(id, "ENDED");
        awaitText(conversation, "^Called, \\d+ s$");
        assertEquals(1, api.requests().size(), "the same key calls once");
    }

    @Test
    void aCustomerWhomWeDoNotReachIsNotedAsSuch() {
        hasTelephone();
        var conversation = arrives();
        twilio.tells("/left", news("QueueResult", "hangup")).then().statusCode(200);
        awaitText(conversation, "^Hung up after");
        jenni.getsAssigned(conversation);
        desk.awaitEvent("conversation.assigned");
        var id = jenni.asks()
                .post("/api/v1/conversations/" + conversation + "/calls")
                .then()
                .statusCode(202)
                .extract()
                .<String>path("callId");
        twiml(0);
        twilio.tells(
                        "/status/" + id,
                        fields("CallSid", sid("CA"), "Direction", "outbound-api", "CallStatus", "no-answer"))
                .then()
                .statusCode(200);
        awaitState(id, "ENDED");
        awaitText(conversation, "^Called, not reached$");
    }

    @Test
    void nothingIsRecordedWithoutAYes() {
        var recorded = new TestTwilio("voice/recorded");
        hasTelephone();
        recorded.tells(news("CallStatus", "ringing")).then().statusCode(200).body(containsString("/consent"));
        recorded.tells("/consent", news("Digits", "1")).then().statusCode(200).body(containsString("<Enqueue "));
        var conversation = (UUID) await().until(
                        () -> Database.value("select conversation_id from voice_call where id = ? and recorded", call),
                        found -> found != null);
        jenni.getsAssigned(conversation);
        var told = find("recordingStatusCallback=\"([^\"]+)\"", twiml(0));
        api.usually(request -> ProviderStandIn.content("audio/mpeg", "ID3 a recording".getBytes()));
        recorded.follows(
                        told,
                        fields(
                                "CallSid",
                                call,
                                "RecordingSid",
                                "RE1",
                                "RecordingUrl",
                                api.url("/recordings/RE" + call).toString(),
                                "RecordingStatus",
                                "completed",
                                "RecordingDuration",
                                "4"))
                .then()
                .statusCode(200);
        awaitText(conversation, "^Recording$");
        await().until(() ->
                api.requests().stream().anyMatch(request -> request.uri().equals("/recordings/RE" + call + ".mp3")));
    }

    @Test
    void aHiddenNumberCanStillBeServed() {
        var hidden = news("CallStatus", "ringing", "From", "anonymous");
        twilio.tells(hidden).then().statusCode(200);
        twilio.tells("/wait", news("From", "anonymous")).then().statusCode(200).body(not(containsString("/choice")));
        await().until(() -> Database.value("select conversation_id from voice_call where id = ?", call) != null);
        assertEquals(null, Database.value("select customer from voice_call where id = ?", call));
    }

    @Test
    void whatIsNotSignedIsRefused() {
        twilio.tells("", news(), null).then().statusCode(401);
        twilio.tells("/wait", news(), "bm90aGluZw==").then().statusCode(401);
        assertEquals(0, Database.count("select count(*) from voice_call where id = ?", call));
    }

    @Test
    void onlyTheOwnerCalls() {
        hasTelephone();
        var conversation = arrives();
        var path = "/api/v1/conversations/" + conversation + "/calls";
        jenni.asks().post(path).then().statusCode(409).body("type", equalTo("urn:saumaton:problem:not-owner"));
        given().post(path).then().statusCode(401);
        given().auth().oauth2(jenni.tokenWith("manager")).post(path).then().statusCode(403);
        jenni.asks()
                .post("/api/v1/conversations/" + UUID.randomUUID() + "/calls")
                .then()
                .statusCode(404);
        jenni.asks()
                .get("/api/v1/conversations/" + UUID.randomUUID() + "/calls")
                .then()
                .statusCode(404);

        var sami = TestAgent.someone();
        try (var samisDesk = sami.socket().fromNow()) {
            sami.getsAssigned(conversation);
            samisDesk.awaitEvent("conversation.assigned");
        }
        sami.asks().post(path).then().statusCode(409).body("type", equalTo("urn:saumaton:problem:no-telephone"));
    }
}
