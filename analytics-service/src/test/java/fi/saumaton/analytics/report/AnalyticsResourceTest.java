/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

import fi.saumaton.analytics.intake.EventFeed;
import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.devstack.TestTokens;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

@QuarkusTest
@QuarkusTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "analytics"))
class AnalyticsResourceTest {

    private static final String DAY = "from=2019-05-01&to=2019-05-02";

    @ParameterizedTest
    @ValueSource(strings = {"summary", "recount", "contacts", "definitions"})
    void managementReadsEverything(String report) {
        for (String role : List.of("supervisor", "manager", "admin")) {
            as(TestTokens.person(role, role)).get(path(report)).then().statusCode(200);
        }
        as(TestTokens.client("shop-backoffice", "analytics:read"))
                .get(path(report))
                .then()
                .statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "recount", "contacts", "definitions"})
    void withoutATokenNobodyReads(String report) {
        given().get(path(report)).then().statusCode(401);
        as(TestTokens.expired("manager", "manager")).get(path(report)).then().statusCode(401);
        as(TestTokens.forged("manager", "manager")).get(path(report)).then().statusCode(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"summary", "recount", "contacts", "definitions"})
    void agentsAndOtherPartnersDoNotRead(String report) {
        as(TestTokens.person("jenni", "agent")).get(path(report)).then().statusCode(403);
        as(TestTokens.client("shop-backoffice", "customers:write"))
                .get(path(report))
                .then()
                .statusCode(403);
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-11-22&to=2026-11-22",
        "from=2026-11-23&to=2026-11-22",
        "from=yesterday",
        "to=2026-02-30",
        "from=2026-11-22&asOf=soon",
        "from=2020-01-01&to=2026-01-01"
    })
    void anIntervalThatIsNoneIsRefused(String query) {
        for (String report : List.of("summary", "recount", "contacts")) {
            manager()
                    .get("/api/v1/analytics/" + report + "?" + query)
                    .then()
                    .statusCode(422)
                    .contentType("application/problem+json")
                    .body("type", equalTo("urn:saumaton:problem:invalid-interval"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=0", "limit=201", "after=%21%21", "after=bm8"})
    void aPageThatIsNoneIsRefused(String query) {
        manager()
                .get("/api/v1/analytics/contacts?" + DAY + "&" + query)
                .then()
                .statusCode(422)
                .contentType("application/problem+json");
    }

    @Test
    void daysBeginInTheCompanysTimeZone() {
        summary(DAY)
                .body("from", equalTo("2019-04-30T21:00:00Z"))
                .body("to", equalTo("2019-05-01T21:00:00Z"))
                .body("timeZone", equalTo("Europe/Helsinki"));
    }

    @Test
    void withoutAnIntervalItIsToday() {
        Instant midnight = Instant.now()
                .atZone(ZoneId.of("Europe/Helsinki"))
                .toLocalDate()
                .atStartOfDay(ZoneId.of("Europe/Helsinki"))
                .toInstant();

        manager()
                .get("/api/v1/analytics/summary")
                .then()
                .statusCode(200)
                .body("from", equalTo(midnight.toString()))
                .body("asOf", notNullValue());
    }

    @Test
    void anEmptyIntervalHasZeroesAndNoTimes() {
        summary("from=1999-01-01&to=1999-01-02")
                .body("contacts.total", equalTo(0))
                .body("contacts.byChannel", aMapWithSize(0))
                .body("waitingSeconds.count", equalTo(0))
                .body("waitingSeconds.median", nullValue())
                .body("definitionsVersion", equalTo(1));
    }

    @Test
    void theContactsBehindTheFiguresComePageByPage() {
        Instant start = Instant.parse("2018-07-02T09:00:00Z");
        List<LoggedEvent> contacts = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            contacts.add(opened(start.plusSeconds(i / 2 * 60), i % 2 == 0 ? "email" : "webchat"));
        }
        EventFeed.publish(contacts);

        List<String> seen = new ArrayList<>();
        String after = "";
        do {
            var page = contacts("limit=3" + after);
            seen.addAll(page.extract().path("items.contactId"));
            String next = page.extract().path("next");
            after = next == null ? null : "&after=" + next;
        } while (after != null);

        assertEquals(7, seen.size());
        assertEquals(
                new HashSet<>(contacts.stream()
                        .map(event -> event.eventId().toString())
                        .toList()),
                new HashSet<>(seen));
        contacts("channel=webchat").body("items", hasSize(3));
        contacts("channel=email:support").body("items", hasSize(4)).body("next", nullValue());
        contacts("limit=1")
                .body("items.startedAt", contains(start.toString()))
                .body("items.state", contains("waiting"))
                .body("items.kind", contains("opened"))
                .body("items[0].waitedSeconds", greaterThan(1_000_000f));
    }

    @Test
    void everyFigureHasADefinition() {
        manager()
                .get("/api/v1/analytics/definitions")
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("items.id", hasItem("waitingSeconds"))
                .body("items.find { it.id == 'issues.opened' }.name.fi", equalTo("Avatut asiat"))
                .body(
                        "items.find { it.id == 'issues.opened' }.formula",
                        equalTo("Issues opened at an instant in [from, to)."));
    }

    private static ValidatableResponse contacts(String query) {
        return manager()
                .get("/api/v1/analytics/contacts?from=2018-07-02&to=2018-07-03&" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse summary(String query) {
        return manager().get("/api/v1/analytics/summary?" + query).then().statusCode(200);
    }

    private static LoggedEvent opened(Instant at, String kind) {
        return LoggedEvent.of(EventKind.CONVERSATION_OPENED, UUID.randomUUID(), at)
                .conversation(UUID.randomUUID())
                .channel(kind + ":support", kind)
                .message(UUID.randomUUID())
                .build();
    }

    private static String path(String report) {
        return "/api/v1/analytics/" + report + "?" + DAY;
    }

    private static RequestSpecification manager() {
        return as(TestTokens.person("manager", "manager"));
    }

    private static RequestSpecification as(String token) {
        return given().urlEncodingEnabled(false).auth().oauth2(token);
    }
}
