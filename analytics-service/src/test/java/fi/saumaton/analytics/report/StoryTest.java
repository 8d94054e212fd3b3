/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.analytics.intake.EventFeed;
import fi.saumaton.analytics.metric.AuthorType;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

/** Mikko's mail and chat and an anonymous visitor's chat: three contacts in two channels, in numbers worked out by hand. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class StoryTest {

    private static final UUID MIKKO = UUID.randomUUID();
    private static final UUID VISITOR = UUID.randomUUID();
    private static final UUID MAIL = UUID.randomUUID();
    private static final UUID CHAT = UUID.randomUUID();
    private static final UUID ANONYMOUS_CHAT = UUID.randomUUID();
    private static final UUID ISSUE = UUID.randomUUID();
    private static final Instant MONDAY = Instant.parse("2017-10-02T09:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2017-10-03T09:00:00Z");
    private static boolean told;

    @ParameterizedTest
    @ValueSource(strings = {"summary", "recount"})
    void countsTheStory(String report) {
        tellOnce();

        given().auth()
                .oauth2(TestTokens.person("manager", "manager"))
                .get("/api/v1/analytics/" + report + "?from=2017-10-02&to=2017-10-04&asOf=2017-10-03T09:05:00Z")
                .then()
                .statusCode(200)
                .body("contacts.total", equalTo(3))
                .body("contacts.byChannel", equalTo(java.util.Map.of("email", 1, "webchat", 2)))
                .body("contacts.answered", equalTo(2))
                .body("contacts.waiting", equalTo(1))
                .body("customers", equalTo(2))
                .body("waitingSeconds.count", equalTo(3))
                .body("waitingSeconds.longest", equalTo(600f))
                .body("waitingSeconds.median", equalTo(60f))
                .body("waitingSeconds.average", equalTo(223.333f))
                .body("waitingSeconds.byChannel.email.longest", equalTo(600f))
                .body("waitingSeconds.byChannel.webchat.longest", equalTo(60f))
                .body("assignmentSeconds.byChannel.email.longest", equalTo(20f))
                .body("issues.opened", equalTo(1))
                .body("issues.resolved", equalTo(1))
                .body("issues.resolvedAtFirstContact", equalTo(0))
                .body("messages.received", equalTo(3))
                .body("messages.automatic", equalTo(1))
                .body("messages.sent", equalTo(2))
                .body("offers.made", equalTo(2))
                .body("offers.accepted", equalTo(1))
                .body("offers.timedOut", equalTo(1));
    }

    private static synchronized void tellOnce() {
        if (told) {
            return;
        }
        told = true;
        UUID offer = UUID.randomUUID();
        UUID missedOffer = UUID.randomUUID();
        EventFeed.publish(List.of(
                opened(MAIL, MONDAY, "email:support", "email"),
                received(MAIL, MONDAY, false),
                customer(EventKind.CUSTOMER_IDENTIFIED, MIKKO, MONDAY.plusSeconds(1))
                        .conversation(MAIL)
                        .build(),
                issue(EventKind.ISSUE_OPENED, MONDAY.plusSeconds(1))
                        .conversation(MAIL)
                        .build(),
                offer(EventKind.OFFER_MADE, missedOffer, MONDAY.plusSeconds(2)),
                offer(EventKind.OFFER_TIMED_OUT, missedOffer, MONDAY.plusSeconds(12)),
                offer(EventKind.OFFER_MADE, offer, MONDAY.plusSeconds(13)),
                offer(EventKind.OFFER_ACCEPTED, offer, MONDAY.plusSeconds(20)),
                event(EventKind.WORK_ITEM_ASSIGNED, MONDAY.plusSeconds(20))
                        .conversation(MAIL)
                        .build(),
                sent(MAIL, MONDAY.plusSeconds(600)),
                received(MAIL, MONDAY.plusSeconds(601), true),
                opened(CHAT, TUESDAY, "webchat:shop", "webchat"),
                received(CHAT, TUESDAY, false),
                customer(EventKind.CUSTOMER_IDENTIFIED, MIKKO, TUESDAY.plusSeconds(1))
                        .conversation(CHAT)
                        .build(),
                issue(EventKind.ISSUE_CONTINUED, TUESDAY.plusSeconds(1))
                        .conversation(CHAT)
                        .build(),
                sent(CHAT, TUESDAY.plusSeconds(10)),
                issue(EventKind.ISSUE_RESOLVED, TUESDAY.plusSeconds(120))
                        .author(AuthorType.AGENT)
                        .build(),
                opened(ANONYMOUS_CHAT, TUESDAY.plusSeconds(240), "webchat:shop", "webchat"),
                received(ANONYMOUS_CHAT, TUESDAY.plusSeconds(240), false),
                customer(EventKind.CUSTOMER_IDENTIFIED, VISITOR, TUESDAY.plusSeconds(241))
                        .conversation(ANONYMOUS_CHAT)
                        .build()));
    }

    private static LoggedEvent opened(UUID conversation, Instant at, String channel, String kind) {
        return event(EventKind.CONVERSATION_OPENED, at)
                .conversation(conversation)
                .channel(channel, kind)
                .message(UUID.randomUUID())
                .build();
    }

    private static LoggedEvent received(UUID conversation, Instant at, boolean automatic) {
        return event(EventKind.MESSAGE_RECEIVED, at)
                .conversation(conversation)
                .message(UUID.randomUUID())
                .automatic(automatic)
                .build();
    }

    private static LoggedEvent sent(UUID conversation, Instant at) {
        return event(EventKind.MESSAGE_SENT, at)
                .conversation(conversation)
                .message(UUID.randomUUID())
                .author(AuthorType.AGENT)
                .build();
    }

    private static LoggedEvent offer(EventKind kind, UUID offer, Instant at) {
        return event(kind, at)
                .conversation(MAIL)
                .offer(offer)
                .agent(UUID.randomUUID())
                .build();
    }

    private static LoggedEvent.Builder issue(EventKind kind, Instant at) {
        return customer(kind, MIKKO, at).issue(ISSUE);
    }

    private static LoggedEvent.Builder customer(EventKind kind, UUID customer, Instant at) {
        return event(kind, at).customer(customer);
    }

    private static LoggedEvent.Builder event(EventKind kind, Instant at) {
        return LoggedEvent.of(kind, UUID.randomUUID(), at);
    }
}
