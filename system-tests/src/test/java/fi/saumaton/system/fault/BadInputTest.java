/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Api;
import fi.saumaton.system.story.ChainsawStory;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Mailbox;
import fi.saumaton.system.story.SignIn;
import fi.saumaton.system.story.Visitor;
import fi.saumaton.system.story.Webhooks;

import static org.assertj.core.api.Assertions.assertThat;

/** What is malformed, oversized, forged or repeated is answered clearly at every door, and nothing is stored twice. */
class BadInputTest {

    private static final String TOO_LARGE = "x".repeat(3_000_000);

    private static Doors doors;
    private static Webhooks webhooks;
    private static Mailbox mikko;

    @BeforeAll
    static void openTheDoors() {
        doors = RunningPlatform.doors();
        webhooks = new Webhooks(doors, "bench", RunningPlatform.WEBHOOK_SECRET);
        mikko = new Mailbox(doors, "mikko@example.test");
        Desks.giveRoomFor(doors, 1_000, "jenni");
    }

    static Stream<Arguments> refusals() {
        var anyone = Api.anonymous(doors.gateway());
        var visitor = Visitor.anonymous(doors);
        var jenni = Api.as(doors.gateway(), new SignIn(doors.issuer()).person("jenni"));
        var shop = Api.as(
                doors.gateway(),
                new SignIn(doors.issuer()).client("shop-backoffice", "shop-backoffice-dev", "customers:write"));
        var id = UUID.randomUUID().toString();
        return Stream.of(
                refusal("unknown path", anyone.get("/api/v1/nothing-here"), 404),
                refusal(
                        "unknown chat channel",
                        anyone.post("/api/v1/chat/sessions", Map.of("channel", "webchat:moon")),
                        404),
                refusal(
                        "half a JSON",
                        anyone.postRaw("/api/v1/chat/sessions", bytes("{\"channel\":"), "application/json"),
                        400),
                refusal(
                        "a shop token out of thin air",
                        anyone.post(
                                "/api/v1/chat/sessions",
                                Map.of("channel", "webchat:shop", "shopToken", "e30.e30.AAAA")),
                        401),
                refusal(
                        "a chat message without a token",
                        anyone.post("/api/v1/chat/messages", Map.of("clientMessageId", id, "text", "hi")),
                        401),
                refusal("a chat message without text", visitor.sayRaw(id, ""), 422),
                refusal("a chat message under no UUID", visitor.sayRaw("one", "hi"), 422),
                refusal(
                        "half a chat message",
                        visitor.api().postRaw("/api/v1/chat/messages", bytes("{\"text\":"), "application/json"),
                        400),
                refusal("an oversized chat message", visitor.sayRaw(id, TOO_LARGE), 413),
                refusal("a forged webhook", webhooks.deliverSigned(id, now(), "v1,AAAA", "{}"), 401),
                refusal(
                        "a webhook of yesterday",
                        webhooks.deliverRaw(id, Instant.now().minus(Duration.ofDays(1)), "{}"),
                        401),
                refusal(
                        "a webhook of an unknown channel",
                        new Webhooks(doors, "moon", RunningPlatform.WEBHOOK_SECRET).deliver(id, "someone", "hi"),
                        404),
                refusal("a conversation without a token", anyone.get("/api/v1/conversations/" + id), 401),
                refusal("a conversation that does not exist", jenni.get("/api/v1/conversations/" + id), 404),
                refusal("a conversation under no UUID", jenni.get("/api/v1/conversations/one"), 404),
                refusal("a page after nonsense", jenni.get("/api/v1/conversations?after=%25%25"), 422),
                refusal(
                        "an offer that does not exist",
                        jenni.post("/api/v1/offers/" + id + "/acceptance", Map.of()),
                        404),
                refusal(
                        "a presence that does not exist",
                        jenni.put("/api/v1/agents/me/presence", Map.of("status", "asleep")),
                        422,
                        400),
                refusal(
                        "figures for an agent",
                        jenni.get("/api/v1/analytics/summary?from=" + Instant.now() + "&to=" + Instant.now()),
                        403),
                refusal("a partner at the desk", shop.get("/api/v1/conversations"), 403),
                refusal(
                        "half a purchase",
                        shop.postRaw("/api/v1/touchpoints", bytes("{\"system\":\"shop\""), "application/json"),
                        400),
                refusal(
                        "a purchase of nobody",
                        shop.post("/api/v1/touchpoints", Map.of("system", "shop", "externalId", id)),
                        422));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refusals")
    void whatCannotBeTakenIsAnsweredAsAProblem(String what, Api.Answer answer, int[] statuses) {
        assertThat(answer.status()).as("%s: %s", what, answer.raw().body()).isIn(boxed(statuses));
        assertThat(answer.raw().headers().firstValue("Content-Type").orElse(""))
                .as(what)
                .startsWith("application/problem+json");
        assertThat(answer.json().path("type").asText()).startsWith("urn:saumaton:problem:");
        assertThat(answer.json().path("status").asInt()).isEqualTo(answer.status());
        assertThat(answer.raw().body())
                .doesNotContain("Exception")
                .doesNotContain("fi.saumaton.")
                .doesNotContain("select ");
    }

    @Test
    void theSameChatMessageTwiceIsStoredOnce() {
        try (var visitor = Visitor.anonymous(doors)) {
            var id = UUID.randomUUID().toString();
            visitor.sayRaw(id, "Once, please").expect(200);
            visitor.sayRaw(id, "Once, please").expect(200);
            visitor.say("And another");
            visitor.awaitStored("And another");

            assertThat(visitor.history())
                    .extracting(message -> message.path("text").asText())
                    .containsExactly("Once, please", "And another");
        }
    }

    @Test
    void oddMailsBecomeConversationsAndAutomaticOnesDoNot() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        try (var jenni = Agent.signIn(doors, "jenni").available()) {
            mikko.sendRaw(ChainsawStory.SUPPORT, automaticReply(run));
            mikko.sendRaw(ChainsawStory.SUPPORT, latinWithoutMessageId(run));
            mikko.sendRaw(ChainsawStory.SUPPORT, withTenMegabytes(run));

            var odd = jenni.awaitOfferAbout("Ketjuöljy " + run);
            assertThat(jenni.accept(odd).path("messages").path(0).path("text").asText())
                    .contains("Tarvitseeko ketju öljyä?");
            var large = jenni.awaitOfferAbout("Kuva " + run);
            var attachment = jenni.accept(large)
                    .path("messages")
                    .path(0)
                    .path("attachments")
                    .path(0);
            assertThat(attachment.path("name").asText()).isEqualTo("saw.bin");
            assertThat(attachment.path("size").asLong()).isEqualTo(10_000_000);
            assertThat(jenni.live().events())
                    .noneMatch(
                            event -> event.path("data").path("subject").asText().contains("Poissa " + run));
            jenni.close(odd.path("conversationId").asText());
            jenni.close(large.path("conversationId").asText());
            jenni.offDuty();
        }
    }

    @Test
    void aBounceMarksTheReplyAsFailedAndOpensNothing() {
        var run = UUID.randomUUID().toString().substring(0, 8);
        try (var jenni = Agent.signIn(doors, "jenni").available()) {
            var question = mikko.sendProven(ChainsawStory.SUPPORT, "Bounce " + run, "Can you reach me?");
            var offer = jenni.awaitOfferAbout("Bounce " + run);
            jenni.accept(offer);
            var conversationId = offer.path("conversationId").asText();
            jenni.reply(conversationId, "I hope so.");
            var reply = mikko.awaitReplyTo(question, Duration.ofSeconds(60));

            mikko.sendRaw(ChainsawStory.SUPPORT, bounceOf(reply.messageId()));

            Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
                var delivery = jenni.messages(conversationId).path(1).path("delivery");
                assertThat(delivery.path("status").asText()).isEqualTo("failed");
                assertThat(delivery.path("reason").asText()).contains("5.1.1");
            });
            jenni.close(conversationId);
            jenni.offDuty();
        }
    }

    private static byte[] automaticReply(String run) {
        return bytes("""
                From: Mikko <mikko@example.test>
                To: support@saumaton.test
                Subject: Poissa %s
                Message-ID: <auto-%s@example.test>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: text/plain; charset=UTF-8

                I am away until Monday.
                """.formatted(run, run).replace("\n", "\r\n"));
    }

    private static byte[] latinWithoutMessageId(String run) {
        return """
                From: Mikko <mikko@example.test>
                To: support@saumaton.test
                Subject: =?ISO-8859-1?Q?Ketju=F6ljy_%s?=
                MIME-Version: 1.0
                Content-Type: text/plain; charset=ISO-8859-1
                Content-Transfer-Encoding: 8bit

                Tarvitseeko ketju öljyä?
                """.formatted(run).replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withTenMegabytes(String run) {
        var picture = Base64.getMimeEncoder().encodeToString(new byte[10_000_000]);
        return bytes("""
                From: Mikko <mikko@example.test>
                To: support@saumaton.test
                Subject: Kuva %s
                Message-ID: <large-%s@example.test>
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="cut"

                --cut
                Content-Type: text/plain; charset=UTF-8

                Here is the saw.
                --cut
                Content-Type: application/octet-stream; name="saw.bin"
                Content-Disposition: attachment; filename="saw.bin"
                Content-Transfer-Encoding: base64

                """.formatted(run, run).replace("\n", "\r\n") + picture + "\r\n--cut--\r\n");
    }

    private static byte[] bounceOf(String messageId) {
        return bytes("""
                From: Mail Delivery System <mailer-daemon@example.test>
                To: support@saumaton.test
                Subject: Undelivered Mail Returned to Sender
                Message-ID: <%s@example.test>
                Auto-Submitted: auto-replied
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="cut"

                --cut
                Content-Type: text/plain; charset=us-ascii

                The mail could not be delivered.
                --cut
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.example.test

                Final-Recipient: rfc822; mikko@example.test
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 no such user

                --cut
                Content-Type: text/rfc822-headers

                Message-ID: %s

                --cut--
                """.formatted(UUID.randomUUID(), messageId).replace("\n", "\r\n"));
    }

    private static Arguments refusal(String what, Api.Answer answer, int... statuses) {
        return Arguments.of(what, answer, statuses);
    }

    private static Object[] boxed(int[] statuses) {
        return Arrays.stream(statuses).boxed().toArray();
    }

    private static String now() {
        return String.valueOf(Instant.now().getEpochSecond());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
