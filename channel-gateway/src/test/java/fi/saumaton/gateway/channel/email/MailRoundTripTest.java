/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.mail.Message;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.channel.email.EventLog.Event;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** From a real mailbox into the events and back into a real mailbox. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = MailPorts.class, scope = TestResourceScope.GLOBAL)
class MailRoundTripTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String SUPPORT = "support@saumaton.test";
    private static final String STAMP =
            "Authentication-Results: mx.saumaton.test; dmarc=pass header.from=example.test\n";

    private static MailWorld mail;
    private static EventLog log;

    @BeforeAll
    static void start() {
        mail = MailWorld.start();
        log = new EventLog("conversation.events");
    }

    @AfterAll
    static void stop() {
        log.close();
        mail.close();
    }

    /** A mail of Mikko's under a subject of its own, by which its events are found. */
    private static String mikko(String fields, String subject, String text) {
        return """
                %sFrom: Mikko <mikko@example.test>
                To: support@saumaton.test
                Subject: %s
                Message-ID: <%s@example.test>
                Date: Fri, 13 Nov 2026 11:00:00 +0200
                Content-Type: text/plain; charset=utf-8

                %s
                """.formatted(fields, subject, UUID.randomUUID(), text);
    }

    private static Event awaitOne(String type, String field, String value) {
        return await().atMost(PATIENCE)
                .until(() -> log.of(type, field, value), found -> !found.isEmpty())
                .getFirst();
    }

    private static String unique(String subject) {
        return subject + " " + UUID.randomUUID();
    }

    /** Assigns the conversation to Jenni and answers as her; the answer's message id. */
    private static String answer(Event opened, String text) {
        var conversation = UUID.fromString(opened.text("conversationId"));
        EventLog.assign(conversation, TestTokens.subject("jenni"), "Jenni");
        var jenni = TestTokens.person("jenni", "agent");
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().auth()
                        .oauth2(jenni)
                        .get("/api/v1/conversations/" + conversation)
                        .then()
                        .statusCode(200)
                        .body("owner.agentId", is(TestTokens.subject("jenni").toString())));
        return given().auth()
                .oauth2(jenni)
                .contentType("application/json")
                .body("{\"text\":\"" + text + "\"}")
                .post("/api/v1/conversations/" + conversation + "/messages")
                .then()
                .statusCode(202)
                .extract()
                .path("messageId");
    }

    private static List<? extends Message> answersTo(String subject) {
        return mail.inbox(MailWorld.MIKKO).stream()
                .filter(message -> ("Re: " + subject).equals(MailWorld.header(message, "Subject")))
                .toList();
    }

    @Test
    void aMailBecomesAConversationAndTheAnswerAReplyInItsThread() throws Exception {
        var subject = unique("Chainsaw oil");
        var written = mikko(STAMP + "References: <earlier@example.test>\n", subject, "Sopiiko öljy?\n\n-- \nMikko");
        mail.deliver(SUPPORT, written);

        var opened = awaitOne("opened", "subject", subject);
        var received = awaitOne("message-received", "subject", subject);
        assertEquals("email:support", opened.text("channel"));
        assertEquals("Sopiiko öljy?", received.text("text"));
        assertEquals("2026-11-13T09:00:00Z", received.text("occurredAt"));
        assertFalse(received.data().get("automatic").asBoolean());
        var handle = received.data().at("/sender/handles/0");
        assertEquals("mikko@example.test", handle.get("value").asText());
        assertTrue(handle.get("proven").asBoolean());
        assertEquals("dmarc-pass", handle.get("evidence").asText());

        var messageId = answer(opened, "Kyllä sopii.");
        await().atMost(PATIENCE).until(() -> answersTo(subject).size() == 1);
        var reply = answersTo(subject).getFirst();
        var original = written.replaceAll("(?s).*Message-ID: (<[^>]+>).*", "$1");
        assertEquals("<" + messageId + "@saumaton.test>", MailWorld.header(reply, "Message-ID"));
        assertEquals(original, MailWorld.header(reply, "In-Reply-To"));
        assertTrue(MailWorld.header(reply, "References").endsWith(original));
        assertEquals("Saumaton Tuki <support@saumaton.test>", MailWorld.header(reply, "From"));
        assertTrue(
                reply.getContent().toString().startsWith("Kyllä sopii.\r\n\r\n-- \r\nJenni\r\n"),
                reply.getContent().toString());
        awaitOne("delivery-changed", "messageId", messageId);

        mail.deliver(
                SUPPORT, mikko("In-Reply-To: <" + messageId + "@saumaton.test>\n", "VS: something else", "Kiitos!"));
        var thanks = awaitOne("message-received", "text", "Kiitos!");
        assertEquals(opened.text("conversationId"), thanks.text("conversationId"));
    }

    @Test
    void withoutOurServersStampTheSenderIsAClaim() {
        var subject = unique("Unstamped");
        mail.deliver(SUPPORT, mikko("", subject, "Hei"));

        var handle = awaitOne("message-received", "subject", subject).data().at("/sender/handles/0");
        assertFalse(handle.get("proven").asBoolean());
        assertEquals("claim", handle.get("evidence").asText());
    }

    @Test
    void aBounceMakesTheDeliveryFailAndOpensNothing() {
        var subject = unique("Bouncing");
        mail.deliver(SUPPORT, mikko(STAMP, subject, "Hei"));
        var messageId = answer(awaitOne("opened", "subject", subject), "Hei Mikko");
        await().atMost(PATIENCE).until(() -> answersTo(subject).size() == 1);

        mail.deliver(SUPPORT, DeliveryReportTest.bounce("failed", "5.1.1").replace("0197-abc", messageId));

        var failed = await().atMost(PATIENCE)
                .until(
                        () -> log.of("delivery-changed", "messageId", messageId),
                        changes -> changes.stream()
                                .anyMatch(change -> change.text("status").equals("failed")))
                .getLast();
        assertTrue(failed.text("reason").startsWith("550 5.1.1"), failed.text("reason"));
        assertFalse(failed.text("reason").contains("mikko@example.test"));
        assertEquals(List.of(), log.of("opened", "subject", "Undelivered Mail Returned to Sender"));
    }

    @Test
    void anAutoReplyIsStoredAndAwaitsNoAnswer() {
        var subject = unique("Automatic reply");
        mail.deliver(SUPPORT, mikko("Auto-Submitted: auto-replied\n", subject, "Olen lomalla"));

        var received = awaitOne("message-received", "subject", subject);
        assertTrue(received.data().get("automatic").asBoolean());
        assertTrue(received.data().path("replyDueSince").isMissingNode());
    }

    @Test
    void aMailOverTheLimitComesAsANotice() {
        var subject = unique("Huge");
        mail.deliver(SUPPORT, mikko(STAMP, subject, "x".repeat(80).concat("\n").repeat(30_000)));

        var received = awaitOne("message-received", "subject", subject);
        assertTrue(received.text("text").contains("too large"), received.text("text"));
    }

    @Test
    void aSecondMailUnderTheSameMessageIdIsNotLostAndTheSameMailNotDoubled() {
        var subject = unique("Twins");
        var first = mikko(STAMP, subject, "yksi");
        mail.deliver(SUPPORT, first);
        mail.deliver(SUPPORT, first);
        mail.deliver(SUPPORT, first.replace("yksi", "kaksi"));

        await().atMost(PATIENCE)
                .until(() -> log.of("message-received", "subject", subject).size() == 2);
        var last = unique("Twins end");
        mail.deliver(SUPPORT, mikko(STAMP, last, "loppu"));
        awaitOne("message-received", "subject", last);
        assertEquals(
                List.of("yksi", "kaksi"),
                log.of("message-received", "subject", subject).stream()
                        .map(event -> event.text("text"))
                        .toList());
    }

    @Test
    void whatIsNoMailIsPassedByAndTheNextOneTaken() {
        mail.deliver(SUPPORT, "X-Nothing: at all\n\n\u0001\u0002");
        var subject = unique("After garbage");
        mail.deliver(SUPPORT, mikko(STAMP, subject, "Hei"));

        awaitOne("message-received", "subject", subject);
    }

    @Test
    void withoutAnSmtpServerTheAnswerWaitsAndThenGoesOutOnce() {
        var subject = unique("Patience");
        mail.deliver(SUPPORT, mikko(STAMP, subject, "Hei"));
        var opened = awaitOne("opened", "subject", subject);
        mail.smtpDown();

        var messageId = answer(opened, "Kärsivällisyys palkitaan");
        given().auth()
                .oauth2(TestTokens.person("jenni", "agent"))
                .get("/api/v1/conversations/" + opened.text("conversationId") + "/messages")
                .then()
                .statusCode(200)
                .body("items.find { it.messageId == '" + messageId + "' }.delivery.status", is("accepted"));
        mail.smtpUp();

        await().atMost(PATIENCE)
                .until(() -> log.of("delivery-changed", "messageId", messageId).stream()
                        .anyMatch(change -> change.text("status").equals("sent")));
        assertEquals(1, answersTo(subject).size());
    }
}
