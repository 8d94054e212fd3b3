/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Erased customers: the figures stay, and lead to nobody. */
@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class ErasureTest {
    private static final Instant AT = Instant.parse("2026-11-20T09:00:00Z");

    private final UUID customer = UUID.randomUUID();
    private final UUID joined = UUID.randomUUID();
    private final UUID conversation = UUID.randomUUID();
    private final UUID issue = UUID.randomUUID();

    private LoggedEvent opened() {
        return LoggedEvent.of(EventKind.CONVERSATION_OPENED, UUID.randomUUID(), AT)
                .conversation(conversation)
                .channel("email:support", "email")
                .message(UUID.randomUUID())
                .build();
    }

    private LoggedEvent identified(UUID who, int seconds) {
        return LoggedEvent.of(EventKind.CUSTOMER_IDENTIFIED, UUID.randomUUID(), AT.plusSeconds(seconds))
                .customer(who)
                .conversation(conversation)
                .issue(issue)
                .channel("email:support", "email")
                .build();
    }

    private LoggedEvent issueOpened(UUID who) {
        return LoggedEvent.of(EventKind.ISSUE_OPENED, UUID.randomUUID(), AT.plusSeconds(1))
                .customer(who)
                .conversation(conversation)
                .issue(issue)
                .build();
    }

    private void erase() {
        EventFeed.send(List.of(WireForm.record(
                "customer.events",
                UUID.randomUUID(),
                "fi.saumaton.customer.erased.v1",
                customer.toString(),
                Map.of(
                        "erasureId", UUID.randomUUID().toString(),
                        "customerId", customer.toString(),
                        "customerIds", List.of(customer.toString(), joined.toString()),
                        "conversationIds", List.of(conversation.toString()),
                        "issueIds", List.of(issue.toString()),
                        "erasedAt", Instant.now().toString()))));
    }

    private static long named(UUID who) throws SQLException {
        return EventFeed.number("select count(*) from event_log where customer_id = ?", who)
                + EventFeed.number("select count(*) from contact_fact where customer_id = ?", who)
                + EventFeed.number("select count(*) from issue_fact where customer_id = ?", who);
    }

    @Test
    void theFiguresStayAndLeadToNobody() throws SQLException {
        EventFeed.publish(List.of(opened(), identified(joined, 1), issueOpened(customer)));
        await().atMost(Duration.ofSeconds(20)).until(() -> named(customer) > 0);

        erase();

        await().atMost(Duration.ofSeconds(20)).until(() -> named(customer) == 0 && named(joined) == 0);
        assertEquals(1, EventFeed.number("select count(*) from contact_fact where conversation_id = ?", conversation));
        assertEquals(1, EventFeed.number("select count(*) from issue_fact where issue_id = ?", issue));
        var pseudonym = EventFeed.text("select customer_id::text from issue_fact where issue_id = ?", issue);
        assertNotEquals(customer.toString(), pseudonym);
        assertEquals(
                1,
                EventFeed.number(
                        "select count(distinct customer_id) from event_log where conversation_id = ? and customer_id is not null",
                        conversation));

        EventFeed.publish(List.of(identified(customer, 60)));

        assertEquals(0, named(customer));
        assertEquals(
                pseudonym,
                EventFeed.text(
                        "select max(customer_id::text) from event_log where conversation_id = ? and customer_id is not null",
                        conversation));
    }

    @Test
    void itAnswersWithWhatWasParted() {
        EventFeed.publish(List.of(opened(), issueOpened(customer)));

        erase();

        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class),
                "group.id",
                UUID.randomUUID().toString(),
                "auto.offset.reset",
                "earliest");
        List<String> answers = new ArrayList<>();
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of("analytics.events"));
            await().atMost(Duration.ofSeconds(30)).pollInSameThread().until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> {
                    if (customer.toString().equals(record.key())) {
                        answers.add(record.value());
                    }
                });
                return !answers.isEmpty();
            });
        }
        assertTrue(answers.getFirst().contains("\"service\":\"analytics-service\""), answers::toString);
        assertTrue(answers.getFirst().contains("\"event_log\":1"), answers::toString);
    }

    @Test
    void aPersonIsShownWhatIsLogged() {
        EventFeed.publish(List.of(opened(), identified(customer, 1)));
        var path = "/api/v1/personal-data";
        var body = Map.of("customerIds", List.of(customer));

        as("admin").body(body).post(path).then().statusCode(200).body("tables.event_log", hasSize(1));

        as("manager").body(body).post(path).then().statusCode(403);
        as("admin").body(Map.of()).post(path).then().statusCode(422);
        RestAssured.given()
                .contentType("application/json")
                .body(body)
                .post(path)
                .then()
                .statusCode(401);
    }

    private static RequestSpecification as(String role) {
        return RestAssured.given().auth().oauth2(TestTokens.person(role, role)).contentType("application/json");
    }
}
