/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.path.json.JsonPath;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.moving.StandIn.Answer;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** A company moves in from Zendesk, with all that comes in between. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class ZendeskImportTest {
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final StandIn standIn = new StandIn(request -> Answer.refused(500));

    @Inject
    PageService pages;

    @Inject
    Transactions transactions;

    @Inject
    Sql sql;

    @AfterEach
    void stop() {
        standIn.close();
    }

    private String address(String who) {
        return who + "-" + run + "@example.test";
    }

    private Zendesk company() {
        return new Zendesk()
                .user(1, "Mikko", address("mikko"), null)
                .user(2, "Sami", address("sami"), null)
                .user(3, "Jenni", address("jenni"), null)
                .agent(90, "Jenni")
                .ticket(
                        11,
                        1,
                        "Saha ei käynnisty",
                        "solved",
                        "2020-03-01T10:00:00Z",
                        "1:Se vain yskii.",
                        "90:Vaihda tulppa.")
                .ticket(
                        12,
                        1,
                        "Lasku puuttuu",
                        "open",
                        "2026-11-20T10:00:00Z",
                        "1:Missä lasku on?",
                        "!90:Kysy taloudesta");
    }

    private Map<String, Object> request(boolean dryRun) {
        return Imports.request("zendesk", standIn.source(), dryRun);
    }

    private JsonPath timeline(UUID customer) {
        return Api.as(Api.jenni())
                .get("/api/v1/customers/" + customer + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void aDryRunTellsWhoWouldBeWhoAndWritesNothing() {
        Api.push(Api.purchase("order-" + run, "number-" + run, address("mikko")))
                .then()
                .statusCode(201);
        var known = Api.customerOf(address("mikko"));
        standIn.answer(company());

        var job = Imports.run(request(true));

        assertEquals(Map.of("created", 2, "linked", 1), job.getMap("outcomes.contact"));
        assertEquals(Map.of("created", 2), job.getMap("outcomes.ticket"));
        var linked = Imports.findings(job.getString("importId")).getMap("items.find { it.kind == 'contact' }");
        assertEquals("1", linked.get("externalId"));
        assertEquals(known.toString(), linked.get("customerId"));
        assertEquals(
                List.of(Map.of("handleKind", "email", "customerId", known.toString(), "evidence", "import")),
                linked.get("links"));
        assertNull(Api.customerOf(address("sami")));
        assertEquals(1, timeline(known).getList("items").size());
    }

    @Test
    void contactsAndTicketsMoveInOnce() {
        standIn.answer(company());

        var job = Imports.run(request(false));

        assertEquals(Map.of("created", 3), job.getMap("outcomes.contact"));
        assertEquals(Map.of("created", 2), job.getMap("outcomes.ticket"));
        assertEquals(5, job.getLong("done"));
        assertEquals(5, job.getLong("total"));
        assertEquals(1.0, job.getDouble("progress"));
        var mikko = Api.customerOf(address("mikko"));
        var entries = timeline(mikko).<String>getList("items.kind");
        assertEquals(
                List.of(
                        "issue-opened",
                        "issue-opened",
                        "issue-resolved",
                        "message-received",
                        "message-received",
                        "message-sent",
                        "note"),
                entries.stream().sorted().toList());
        var open = Api.glance(mikko);
        assertEquals(List.of("Lasku puuttuu"), open.getList("openIssues.title"));

        var again = Imports.run(request(false));

        assertEquals(Map.of("unchanged", 3), again.getMap("outcomes.contact"));
        assertEquals(Map.of("unchanged", 2), again.getMap("outcomes.ticket"));
        assertEquals(entries, timeline(mikko).getList("items.kind"));
        var credentials = Base64.getEncoder()
                .encodeToString("mikko@example.test/token:test-key".getBytes(StandardCharsets.UTF_8));
        assertTrue(standIn.requests().stream()
                .allMatch(request -> ("Basic " + credentials).equals(request.authorization())));
    }

    @Test
    void whatChangesLaterIsAddedAndItsIssueEnds() {
        standIn.answer(company());
        Imports.run(request(false));
        var mikko = Api.customerOf(address("mikko"));
        int before = timeline(mikko).getList("items").size();

        standIn.answer(company()
                .withoutTickets()
                .ticket(
                        12,
                        1,
                        "Lasku puuttuu",
                        "solved",
                        "2026-11-20T11:00:00Z",
                        "1:Missä lasku on?",
                        "!90:Kysy taloudesta",
                        "90:Tässä."));
        var job = Imports.run(request(false));

        assertEquals(Map.of("changed", 1), job.getMap("outcomes.ticket"));
        assertEquals(List.of(), Api.glance(mikko).getList("openIssues"));
        assertTrue(timeline(mikko).getList("items").size() > before);
    }

    @Test
    void waitsAsLongAsTheSystemAsks() {
        var company = company();
        var limited = new AtomicBoolean(true);
        standIn.answer(request -> request.query("page[after]").equals("after-2") && limited.getAndSet(false)
                ? new Answer(429, "{}", Map.of("Retry-After", "1"))
                : company.apply(request));

        var id = Imports.begin(request(false));
        Api.eventually(() ->
                assertEquals("The system asks us to wait.", Imports.get(id).getString("trouble")));
        var job = Imports.until("done", id);

        assertEquals(Map.of("created", 3), job.getMap("outcomes.contact"));
        assertNull(job.getString("trouble"));
    }

    @Test
    void refusedCredentialsAreSaidAndItGoesOnWhereItWas() {
        var company = company();
        standIn.answer(request ->
                request.query("page[after]").equals("after-2") ? Answer.refused(401) : company.apply(request));

        var id = Imports.begin(request(false));
        var failed = Imports.until("failed", id);

        assertEquals("The system does not take the configured credentials (401).", failed.getString("trouble"));
        assertEquals(2, failed.getLong("done"));
        standIn.answer(company);
        Api.as(Imports.admin())
                .post(Imports.PATH + "/" + id + "/resumption")
                .then()
                .statusCode(200);
        assertEquals(5, Imports.until("done", id).getLong("done"));
        assertEquals(
                1,
                standIn.requests().stream()
                        .filter(request -> request.path().equals("/api/v2/users.json")
                                && request.query("page[after]").isEmpty())
                        .count());
    }

    @Test
    void anotherReplicaGoesOnWhereOneDied() throws Throwable {
        var company = new Zendesk();
        LongStream.rangeClosed(1, 6).forEach(id -> company.user(id, "Mikko", address("mikko" + id), null));
        var hanging = new CountDownLatch(1);
        var released = new CountDownLatch(1);
        var once = new AtomicBoolean(true);
        standIn.answer(request -> {
            if (request.query("page[after]").equals("after-2") && once.getAndSet(false)) {
                hanging.countDown();
                await(released);
            }
            return company.apply(request);
        });
        var id = Imports.begin(request(false));
        assertTrue(hanging.await(20, TimeUnit.SECONDS));
        assertEquals(2, Imports.get(id).getLong("done"));

        // the replica that asked is as good as dead: its time runs out, and another one takes its place
        VertxContextSupport.subscribeAndAwait(() -> transactions.write(() -> sql.update(
                "update import_job set lease_until = now() - interval '1 second' where id = ?1", UUID.fromString(id))));
        for (int page = 0; page < 4 && !Imports.get(id).getString("state").equals("done"); page++) {
            VertxContextSupport.subscribeAndAwait(pages::step);
        }
        released.countDown();

        var job = Imports.until("done", id);
        assertEquals(Map.of("created", 6), job.getMap("outcomes.contact"));
        assertEquals(6, job.getLong("done"));
        for (int who = 1; who <= 6; who++) {
            assertNotNull(Api.customerOf(address("mikko" + who)));
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whatChangesThereIsFollowedUntilSomebodyEndsIt() {
        standIn.answer(new Zendesk().user(1, "Mikko", address("mikko"), null));
        var request = request(false);
        request.put("follow", true);
        var id = Imports.begin(request);
        Api.eventually(() -> assertNotNull(Imports.get(id).getString("followedUntil")));

        standIn.answer(company());

        Api.eventually(() -> assertNotNull(Api.customerOf(address("sami"))));
        Api.eventually(() -> assertEquals(
                List.of("Lasku puuttuu"),
                Api.glance(Api.customerOf(address("mikko"))).getList("openIssues.title")));
        var asked = standIn.requests().stream()
                .filter(one -> one.path().equals("/api/v2/incremental/users/cursor.json"))
                .findFirst()
                .orElseThrow();
        assertTrue(Long.parseLong(asked.query("start_time")) <= Instant.now().getEpochSecond() - 60);
        Api.as(Imports.admin())
                .post(Imports.PATH + "/" + id + "/cancellation")
                .then()
                .statusCode(200);
        assertEquals("cancelled", Imports.get(id).getString("state"));
    }

    @Test
    void aFamilysPhoneBelongsToNobodyAndIsSaidToBeShared() {
        var phone = "+3584" + (10_000_000 + Math.abs(run.hashCode() % 80_000_000));
        standIn.answer(new Zendesk().user(1, "Mikko", address("mikko"), phone).user(2, "Sami", address("sami"), phone));

        var job = Imports.run(request(false));

        assertEquals(2, job.getInt("outcomes.contact.created"));
        assertTrue(!Api.customerOf(address("mikko")).equals(Api.customerOf(address("sami"))));
    }

    @Test
    void aTicketOfNobodyIsRefused() {
        standIn.answer(request -> request.path().endsWith("show_many.json")
                ? Answer.ok("{\"users\": []}")
                : new Zendesk()
                        .ticket(11, 1, "Hei", "open", "2026-11-20T10:00:00Z", "1:Hei")
                        .apply(request));

        var job = Imports.run(request(false));

        assertEquals(Map.of("refused", 1), job.getMap("outcomes.ticket"));
        assertEquals(
                "unknown-customer", Imports.findings(job.getString("importId")).getString("items[0].reason"));
    }

    @Test
    void whoWasErasedDoesNotComeBack() {
        standIn.answer(company());
        Imports.run(request(false));
        var mikko = Api.customerOf(address("mikko"));
        Api.as(Imports.admin())
                .body(Map.of("reason", "request"))
                .post("/api/v1/customers/" + mikko + "/erasure")
                .then()
                .statusCode(202);
        Api.eventually(() -> assertNull(Api.customerOf(address("mikko"))));

        var job = Imports.run(request(false));

        // once by itself, and once along with the tickets
        assertEquals(Map.of("refused", 2, "unchanged", 2), job.getMap("outcomes.contact"));
        assertEquals(Map.of("refused", 2), job.getMap("outcomes.ticket"));
        assertNull(Api.customerOf(address("mikko")));
        assertEquals("erased", Imports.findings(job.getString("importId")).getString("items[0].reason"));
    }
}
