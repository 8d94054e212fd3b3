/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;
import fi.saumaton.gateway.Database;
import fi.saumaton.gateway.channel.email.FailingImap.Way;
import fi.saumaton.gateway.channel.email.MailboxPoller.MailboxState;
import fi.saumaton.gateway.ingress.Ingress;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** A mail server that fails at one mail, or at all of them. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "gateway"))
@WithTestResource(value = MailPorts.class, scope = TestResourceScope.GLOBAL)
class UnreadableMailTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String BROKEN = "broken@saumaton.test";
    private static final String PATH = "/api/v1/unreadable-mails";

    @Inject
    EmailChannels channels;

    @Inject
    MailboxService mailboxes;

    @Inject
    UnreadableMailService unreadable;

    @Inject
    Ingress ingress;

    @Inject
    Clock clock;

    private final String subject = "luukku-" + UUID.randomUUID();
    private MailWorld mail;
    private FailingImap imap;
    private EventLog log;
    private MailboxPoller poller;

    @BeforeEach
    void start() {
        mail = MailWorld.start();
        imap = FailingImap.start();
        log = new EventLog("conversation.events");
        var channel = channels.mailboxes().stream()
                .filter(email -> email.name().equals("email:broken"))
                .findFirst()
                .orElseThrow();
        poller =
                new MailboxPoller(channel, mailboxes, unreadable, new MailHandover(channel, mailboxes, ingress, clock));
    }

    @AfterEach
    void stop() throws InterruptedException, IOException {
        poller.stop(Duration.ofSeconds(5));
        log.close();
        imap.close();
        mail.close();
    }

    private void deliver(int number) {
        deliver(number, "");
    }

    private void deliver(int number, String more) {
        mail.deliver(
                BROKEN,
                "From: mikko@example.test\nTo: %s\nSubject: %s\nMessage-ID: <%s-%d@example.test>\n\nviesti %d\n%s"
                        .formatted(BROKEN, subject, subject, number, number, more));
    }

    private List<String> texts() {
        return log.of("message-received", "subject", subject).stream()
                .map(event -> event.text("text"))
                .toList();
    }

    private static RequestSpecification supervisor() {
        return given().auth().oauth2(TestTokens.person("sami", "agent", "supervisor"));
    }

    private static List<String> setAside() {
        return supervisor().get(PATH).then().statusCode(200).extract().path("items.id");
    }

    private void awaitSetAside() {
        await().atMost(PATIENCE).until(() -> poller.state() == MailboxState.READING && poller.setAside() == 1);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void oneMailThatDoesNotComeIsSetAsideAndTriedAgainWhenWanted(Way way) {
        imap.fail(way, (number, offset) -> number == 2);
        deliver(1);
        deliver(2);
        deliver(3);
        poller.start();

        await().atMost(PATIENCE).until(() -> texts().size() == 2);
        assertEquals(List.of("viesti 1", "viesti 3"), texts());
        awaitSetAside();
        var id = supervisor()
                .get(PATH)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].channel", is("email:broken"))
                .body("items[0].uid", is(2))
                .body("items[0].tries", is(3))
                .body("items[0].reason", is(way == Way.DROP ? "connection-lost" : "refused"))
                .body("items[0].retryWanted", is(false))
                .extract()
                .<String>path("items[0].id");

        imap.heal();
        supervisor().post(PATH + "/" + id + "/retrial").then().statusCode(202).body("retryWanted", is(true));

        await().atMost(PATIENCE).until(() -> texts().size() == 3);
        assertEquals("viesti 2", texts().getLast());
        await().atMost(PATIENCE).until(() -> setAside().isEmpty() && poller.setAside() == 0);
    }

    @Test
    void aMailOfWhichOnlyTheBeginningComesIsNotTakenForWhole() {
        imap.fail(Way.REFUSE, (number, offset) -> number == 1 && offset > 0);
        deliver(1, "lisää\n".repeat(200_000) + "loppu\n");
        deliver(2);
        poller.start();

        awaitSetAside();
        assertEquals(List.of("viesti 2"), texts());
        imap.heal();
        supervisor()
                .post(PATH + "/" + setAside().getFirst() + "/retrial")
                .then()
                .statusCode(202);
        await().atMost(PATIENCE).until(() -> texts().size() == 2);
        assertEquals(
                true,
                Database.value(
                        "select text like '%loppu' from message where provider_id = ?",
                        "<" + subject + "-1@example.test>"));
    }

    @Test
    void aMailThatStillDoesNotComeStaysOnTheListUntilSomebodyTakesItOff() {
        imap.fail(Way.REFUSE, (number, offset) -> number == 1);
        deliver(1);
        deliver(2);
        poller.start();
        awaitSetAside();
        var id = setAside().getFirst();

        supervisor().post(PATH + "/" + id + "/retrial").then().statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> supervisor()
                        .get(PATH)
                        .then()
                        .body("items[0].tries", is(4))
                        .body("items[0].retryWanted", is(false)));
        supervisor().delete(PATH + "/" + id).then().statusCode(204);

        assertEquals(List.of(), setAside());
        assertEquals(List.of("viesti 2"), texts());
        supervisor().delete(PATH + "/" + id).then().statusCode(404);
        supervisor().post(PATH + "/" + id + "/retrial").then().statusCode(404);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void whenNoMailComesTheConnectionIsToBlameAndNothingIsSetAside(Way way) {
        imap.fail(way, (number, offset) -> true);
        deliver(1);
        deliver(2);
        deliver(3);
        poller.start();

        await().atMost(PATIENCE).until(() -> imap.failures() > 12);
        assertEquals(MailboxState.DOWN, poller.state());
        assertEquals(List.of(), setAside());
        imap.heal();

        await().atMost(PATIENCE).until(() -> texts().size() == 3);
        assertEquals(List.of("viesti 1", "viesti 2", "viesti 3"), texts());
    }

    @Test
    void theLastMailIsWaitedForUntilSomethingStandsBehindIt() {
        imap.fail(Way.REFUSE, (number, offset) -> number == 1);
        deliver(1);
        poller.start();
        await().atMost(PATIENCE).until(() -> imap.failures() > 5);
        assertEquals(List.of(), setAside());

        deliver(2);
        await().atMost(PATIENCE).until(() -> texts().equals(List.of("viesti 2")));
        assertEquals(1, setAside().size());
    }

    @Test
    void onlySupervisorsAndAdministratorsLookAfterMailboxes() {
        var one = PATH + "/" + UUID.randomUUID();
        given().get(PATH).then().statusCode(401);
        given().post(one + "/retrial").then().statusCode(401);
        given().delete(one).then().statusCode(401);
        for (var other : List.of(
                TestTokens.person("jenni", "agent"),
                TestTokens.person("jenni", "manager"),
                TestTokens.client("shop-backoffice", "conversations:write"))) {
            given().auth().oauth2(other).get(PATH).then().statusCode(403);
            given().auth().oauth2(other).post(one + "/retrial").then().statusCode(403);
            given().auth().oauth2(other).delete(one).then().statusCode(403);
        }
        given().auth()
                .oauth2(TestTokens.person("sami", "admin"))
                .get(PATH)
                .then()
                .statusCode(200);
        supervisor().post(one + "/retrial").then().statusCode(404);
        supervisor().delete(one).then().statusCode(404);
    }
}
