/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.contact;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;

import fi.saumaton.customer.Api;
import fi.saumaton.customer.ConversationFeed;
import fi.saumaton.customer.Topics;
import fi.saumaton.devstack.StackResource;
import fi.saumaton.kit.id.Ids;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Events that come twice, too early, or make no sense: nothing is lost, nothing is there twice. */
@QuarkusTest
@WithTestResource(value = StackResource.class, initArgs = @ResourceArg(name = "db", value = "customer"))
class UnrulyEventsTest {
    private final String address = "mikko-" + UUID.randomUUID() + "@example.test";

    @Test
    void messagesThatComeBeforeTheirConversationAreHeldForIt() {
        var mail = ConversationFeed.provenMail(address).received("First line").sent("jenni", "Answer");

        mail.opened(null);

        var identified = Topics.identified(mail.id(), 1).getFirst();
        assertEquals("First line", identified.path("issue").path("title").asText());
        Api.eventually(() -> assertEquals(
                List.of("Answer", "First line"),
                texts(identified.path("customerId").asText())));
    }

    @Test
    void aClaimThatComesBeforeItsConversationIsKept() {
        var chat = ConversationFeed.visitor(UUID.randomUUID().toString()).claims("email", address);

        chat.opened(null);

        var identified = Topics.identified(chat.id(), 1).getFirst();
        assertEquals(address, identified.path("claims").path(0).path("value").asText());
    }

    @Test
    void anEventThatComesTwiceHasItsEffectOnce() {
        var mail = ConversationFeed.provenMail(address)
                .opened("Oil?")
                .again()
                .received("Once")
                .again();
        mail.sent("jenni", "Answered once").again();

        Api.eventually(() -> assertEquals(
                List.of("Answered once", "Once"), texts(Api.customerOf(address).toString())));
        assertEquals(1, Topics.identified(mail.id(), 1).size());
        assertEquals(1, Api.glance(Api.customerOf(address)).getInt("openIssues[0].contacts"));
    }

    @Test
    void theSameMessageUnderAnotherEventIdIsNotThereTwice() {
        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Told once");
        Api.eventually(() ->
                assertEquals(List.of("Told once"), texts(Api.customerOf(address).toString())));

        mail.tellLastAgain().sent("jenni", "Answer");

        Api.eventually(() -> assertEquals(
                List.of("Answer", "Told once"), texts(Api.customerOf(address).toString())));
    }

    @Test
    void oldNewsOfAConversationChangeNothing() {
        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Hello");
        mail.reopened();
        Topics.identified(mail.id(), 2);

        mail.back(2).reopened().forward(2).received("Still here");

        Api.eventually(() -> assertEquals(
                List.of("Still here", "Hello"), texts(Api.customerOf(address).toString())));
        assertEquals(2, Topics.identified(mail.id(), 2).size());
        assertEquals(2, Api.glance(Api.customerOf(address)).getInt("openIssues[0].contacts"));
    }

    @Test
    void whatMakesNoSenseGoesToTheDeadLettersAndHoldsUpNobody() {
        var before = Topics.size("conversation.events.dlq.customer-service");
        var id = Ids.next();
        raw(id, "fi.saumaton.conversation.opened.v1", "not json");
        raw(id, "fi.saumaton.conversation.opened.v1", "{\"conversationId\": \"" + id + "\"}");
        raw(id, "fi.saumaton.conversation.message-received.v1", "{\"conversationId\": 7}");
        raw(id, "fi.saumaton.conversation.unheard-of.v9", "{}");

        var mail = ConversationFeed.provenMail(address).opened("Oil?").received("Hello");

        Topics.identified(mail.id(), 1);
        Api.eventually(() -> assertEquals(before + 3, Topics.size("conversation.events.dlq.customer-service")));
    }

    @Test
    void hostileTextDoesNoHarm() {
        var text = "nul \u0000, lone \ud800, '); drop table customer; --, \u202Eevil, " + "x".repeat(100_000);
        ConversationFeed.provenMail(address)
                .opened("Oil \u0000?")
                .received(text)
                .received("After");

        Api.eventually(() -> {
            var glance = Api.glance(Api.customerOf(address));
            assertEquals("After", glance.getString("timeline[0].text"));
            assertEquals("Oil ?", glance.getString("openIssues[0].title"));
            assertEquals(text.length() - 1, glance.getString("timeline[1].text").length(), "all but the NUL");
        });
    }

    @Test
    void aLongConversationFitsItsBatchesAndKeepsItsOrder() {
        var mail = ConversationFeed.provenMail(address).opened("Oil?");
        for (int i = 1; i <= 120; i++) {
            mail.received("Message " + i);
        }

        Api.eventually(() ->
                assertEquals("Message 120", Api.glance(Api.customerOf(address)).getString("timeline[0].text")));
        var glance = Api.glance(Api.customerOf(address));
        assertEquals(50, glance.getList("timeline").size());
        assertEquals("Message 71", glance.getString("timeline[49].text"));
        var rest = Api.as(Api.jenni())
                .queryParam("limit", 200)
                .queryParam("after", glance.getString("timelineNext"))
                .get("/api/v1/customers/" + glance.getString("customerId") + "/timeline")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertEquals(71, rest.getList("items").size(), "70 messages and the opening of the issue");
        assertEquals("Message 70", rest.getString("items[0].text"));
    }

    @Test
    void aLaterAssignmentWinsInWhateverOrderTheyCome() {
        var mail = ConversationFeed.provenMail(address).assigned("sami", 2).assigned("jenni", 1);
        mail.opened("Oil?").received("Hello");
        Topics.identified(mail.id(), 1);

        Api.eventually(() -> {
            var next = ConversationFeed.provenMail(address).opened("Again");
            var situation = Topics.identified(next.id(), 1).getFirst().path("situation");
            assertEquals("sami", situation.path("lastAgentId").asText());
        });
    }

    private static List<String> texts(String customerId) {
        return Api.glance(customerId).getList("timeline.findAll { it.text != null }.text");
    }

    private static void raw(UUID key, String type, String data) {
        Topics.send("conversation.events", type, key, Ids.next(), data.getBytes(StandardCharsets.UTF_8));
    }
}
