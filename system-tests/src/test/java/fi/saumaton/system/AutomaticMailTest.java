/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.ChainsawStory;
import fi.saumaton.system.story.Desks;
import fi.saumaton.system.story.Mailbox;

import static org.assertj.core.api.Assertions.assertThat;

/** A conversation that a machine began is nobody's work and nobody's matter, until a person writes in it. */
class AutomaticMailTest {

    @Test
    void thePersonWhoWritesAfterTheMachineIsOfferedWithAMatter() {
        var doors = RunningPlatform.doors();
        Desks.giveRoomFor(doors, 1_000, "jenni");
        var mikko = new Mailbox(doors, "mikko@example.test");
        var run = UUID.randomUUID().toString().substring(0, 8);
        try (var jenni = Agent.signIn(doors, "jenni").available()) {
            mikko.sendRaw(ChainsawStory.SUPPORT, mail("auto-" + run, "Away " + run, """
                    Auto-Submitted: auto-replied
                    """, "I am away until Monday."));
            mikko.sendRaw(
                    ChainsawStory.SUPPORT,
                    mail("back-" + run, "Re: Away " + run, """
                    In-Reply-To: <auto-%s@example.test>
                    """.formatted(run), "Back again: does the saw need oil?"));

            var accepted = accepted(jenni, "Away " + run);

            assertThat(accepted.path("messages"))
                    .extracting(message -> message.path("automatic").asBoolean())
                    .containsExactly(true, false);
            var conversation = accepted.path("conversation");
            assertThat(conversation.at("/issue/state").asText()).isEqualTo("open");
            assertThat(conversation.at("/customer/customerId").asText()).isNotEmpty();
            jenni.close(conversation.path("conversationId").asText());
            jenni.offDuty();
        }
    }

    /**
     * Two topics have no order between them: when routing hears who wrote before it hears of the machine's message, it
     * takes the offer back for a moment and makes another.
     */
    private static JsonNode accepted(Agent agent, String subject) {
        var offer = agent.awaitOfferAbout(subject);
        if (agent.acceptRaw(offer).status() == 409) {
            var first = offer.path("offerId").asText();
            offer = agent.live()
                    .await(
                            "offer.made",
                            again -> again.path("subject").asText().contains(subject)
                                    && !again.path("offerId").asText().equals(first));
            agent.acceptRaw(offer).expect(200);
        }
        var conversationId = offer.path("conversationId").asText();
        return agent.live()
                .await(
                        "conversation.assigned",
                        assigned -> conversationId.equals(
                                assigned.at("/conversation/conversationId").asText()));
    }

    private static byte[] mail(String id, String subject, String headers, String text) {
        return """
               From: Mikko <mikko@example.test>
               To: support@saumaton.test
               Subject: %s
               Message-ID: <%s@example.test>
               %sMIME-Version: 1.0
               Content-Type: text/plain; charset=UTF-8

               %s
               """.formatted(subject, id, headers, text).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
