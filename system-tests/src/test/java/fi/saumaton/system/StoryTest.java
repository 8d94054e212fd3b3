/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.ChainsawStory;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Reports;

import static org.assertj.core.api.Assertions.assertThat;

/** The story of two channels, one customer and one history, through the public doors of the running platform. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    private static Doors doors;
    private static ChainsawStory story;
    private static Instant begun;
    private static Agent jenni;
    private static Agent sami;
    private static String customerId;
    private static ChainsawStory.MailScene mail;

    @BeforeAll
    static void everyoneComesToWork() {
        doors = RunningPlatform.doors();
        story = new ChainsawStory(doors);
        Desks.giveRoomFor(doors, 1_000, "jenni", "sami");
        begun = Instant.now();
        jenni = Agent.signIn(doors, "jenni").available();
        sami = Agent.signIn(doors, "sami").offDuty();
    }

    @AfterAll
    static void everyoneGoesHome() {
        jenni.offDuty().close();
        sami.offDuty().close();
    }

    @Test
    @Order(1)
    void aPurchaseArrivesFromTheBackOfficeOnce() {
        var first = story.purchase();
        customerId = first.path("customerId").asText();

        var again = story.purchase();

        assertThat(customerId).isNotBlank();
        assertThat(again.path("touchpointId")).isEqualTo(first.path("touchpointId"));
        assertThat(again.path("customerId")).isEqualTo(first.path("customerId"));
        assertThat(again.path("outcome").asText()).isEqualTo("unchanged");
    }

    @Test
    @Order(2)
    void aProvenMailIsOfferedAcceptedAndAnsweredInItsThread() {
        mail = story.mail(jenni);

        assertThat(Instant.parse(mail.offer().path("expiresAt").asText())).isAfter(begun);
        var conversation = jenni.conversation(mail.conversationId());
        assertThat(conversation.path("customer").path("customerId").asText()).isEqualTo(customerId);
        assertThat(conversation.path("customer").path("verified").asBoolean()).isTrue();
        assertThat(conversation.path("owner").path("name").asText()).isEqualTo("Jenni");
        assertThat(conversation.path("replyDue").asBoolean()).isFalse();
        assertThat(texts(mail.assigned().path("messages"))).containsExactly(ChainsawStory.QUESTION);
        var reply = mail.reply();
        assertThat(reply.inReplyTo()).isEqualTo(mail.messageId());
        assertThat(reply.references()).contains(mail.messageId());
        assertThat(reply.messageId()).startsWith("<").endsWith(">").isNotEqualTo(mail.messageId());
        assertThat(reply.from()).isEqualTo(ChainsawStory.SUPPORT);
        assertThat(reply.subject()).startsWith("Re: Oil for the saw");
        assertThat(reply.text()).contains(ChainsawStory.ANSWER);
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(jenni.messages(mail.conversationId())
                                .path(1)
                                .path("delivery")
                                .path("status")
                                .asText())
                        .isIn("sent", "delivered"));
    }

    @Test
    @Order(3)
    void theNextDayAColleagueCarriesOnInTheChatWithoutAskingAgain() {
        jenni.offDuty();
        sami.available();

        var chat = story.chat(sami);

        assertThat(chat.conversation().path("conversationId").asText()).isNotEqualTo(mail.conversationId());
        var glance = chat.glance();
        assertThat(glance.path("customerId").asText()).isEqualTo(customerId);
        var timeline = stream(glance.path("timeline")).toList();
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("purchase");
            assertThat(entry.path("title").asText()).contains(ChainsawStory.PRODUCT);
        });
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("message-received");
            assertThat(entry.path("channelKind").asText()).isEqualTo("email");
            assertThat(entry.path("text").asText()).contains(ChainsawStory.QUESTION);
        });
        assertThat(timeline).anySatisfy(entry -> {
            assertThat(entry.path("kind").asText()).isEqualTo("message-sent");
            assertThat(entry.path("author").path("name").asText()).isEqualTo("Jenni");
            assertThat(entry.path("text").asText()).contains(ChainsawStory.ANSWER);
        });
        assertThat(glance.path("openIssues").size()).isEqualTo(1);
        assertThat(glance.path("openIssues").path(0).path("state").asText()).isEqualTo("open");
        assertThat(chat.resolved().path("state").asText()).isEqualTo("resolved");
    }

    @Test
    @Order(4)
    void anAnonymousVisitorWithMikkosAddressMakesAClaimAndLearnsNothing() {
        try (var visitor = story.anonymousWithMikkosAddress()) {
            var conversationId = visitor.awaitStored("What have I bought");
            sami.accept(sami.awaitOffer(conversationId));
            sami.reply(conversationId, "Please log in at the shop, then I can look it up.");
            visitor.awaitAnswer("Please log in");

            Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
                var customer = sami.conversation(conversationId).path("customer");
                assertThat(customer.path("verified").asBoolean()).isFalse();
                assertThat(customer.path("customerId").asText()).isNotEqualTo(customerId);
                assertThat(customer.path("claimedCustomerId").asText()).isEqualTo(customerId);
                assertThat(customer.path("claims").path(0).path("value").asText())
                        .isEqualTo(story.customer().email());
            });
            visitor.history();
            assertThat(visitor.authenticated()).isFalse();
            assertThat(String.join("\n", visitor.everythingReceived()))
                    .doesNotContain(customerId)
                    .doesNotContain(ChainsawStory.PRODUCT)
                    .doesNotContain(ChainsawStory.ANSWER)
                    .doesNotContain(story.orderNumber())
                    .doesNotContain("\"Mikko\"");
            sami.close(conversationId);
        }
    }

    @Test
    @Order(5)
    void theFiguresCountThreeContactsAndAgreeWithTheEvents() {
        var reports = new Reports(doors);
        var until = Instant.now().plusSeconds(60);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var summary = reports.summary(begun, until);
            assertThat(summary.path("contacts").path("total").asInt()).isEqualTo(3);
            assertThat(summary.path("contacts").path("byChannel").path("email").asInt())
                    .isEqualTo(1);
            assertThat(summary.path("contacts")
                            .path("byChannel")
                            .path("webchat")
                            .asInt())
                    .isEqualTo(2);
            assertThat(summary.path("waitingSeconds").path("count").asInt()).isEqualTo(3);
            assertThat(summary.path("waitingSeconds").path("longest").asDouble())
                    .isPositive();
            assertThat(summary.path("issues").path("resolved").asInt()).isEqualTo(1);
            assertThat(summary.path("issues").path("resolvedAtFirstContact").asInt())
                    .isZero();
            assertThat(reports.recount(begun, until, summary.path("asOf").asText()))
                    .isEqualTo(summary);
        });
    }

    @Test
    @Order(6)
    void theSameMailWithoutTheStampIsUnverified() {
        var offer = story.unprovenMail(sami);
        sami.accept(offer);

        Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            var customer =
                    sami.conversation(offer.path("conversationId").asText()).path("customer");
            assertThat(customer.path("verified").asBoolean()).isFalse();
            assertThat(customer.path("claimedCustomerId").asText()).isEqualTo(customerId);
        });
        sami.close(offer.path("conversationId").asText());
    }

    private static List<String> texts(JsonNode messages) {
        return stream(messages).map(message -> message.path("text").asText()).toList();
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
