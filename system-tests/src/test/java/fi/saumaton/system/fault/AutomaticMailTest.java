/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.system.RunningPlatform;
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

            var offer = jenni.awaitOfferAbout("Away " + run);
            var accepted = jenni.accept(offer);

            assertThat(accepted.path("messages"))
                    .extracting(message -> message.path("automatic").asBoolean())
                    .containsExactly(true, false);
            var conversation = accepted.path("conversation");
            assertThat(conversation.at("/issue/state").asText()).isEqualTo("open");
            assertThat(conversation.at("/customer/customerId").asText()).isNotEmpty();
            jenni.close(offer.path("conversationId").asText());
            jenni.offDuty();
        }
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
