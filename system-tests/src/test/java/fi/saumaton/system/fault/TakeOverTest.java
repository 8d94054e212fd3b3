/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import org.junit.jupiter.api.Test;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.Agent;
import fi.saumaton.system.story.Visitor;

import static org.assertj.core.api.Assertions.assertThat;

/** A second instance carries on when the first one dies, and nobody hands anything over. */
class TakeOverTest {

    @Test
    void aSecondRoutingInstanceOffersWhatTheDeadOneLeft() {
        var platform = RunningPlatform.get();
        var doors = RunningPlatform.doors();
        var second = platform.replica("routing-service");
        try (var jenni = Agent.signIn(doors, "jenni").offDuty();
                var visitor = Visitor.anonymous(doors)) {
            visitor.say("Is anybody there?");
            var conversationId = visitor.awaitStored("Is anybody there?");
            jenni.available();
            var offer = jenni.awaitOffer(conversationId);

            platform.kill("routing-service");

            // The gateway's door leads to the first instance, so the offer is answered at the second one's own address.
            var accepted = jenni.at(platform.url(second)).acceptRaw(offer);
            assertThat(accepted.status()).isEqualTo(200);
            var assigned = jenni.live()
                    .await(
                            "conversation.assigned",
                            event -> conversationId.equals(event.path("conversation")
                                    .path("conversationId")
                                    .asText()));
            assertThat(assigned.path("messages").path(0).path("text").asText()).isEqualTo("Is anybody there?");
        } finally {
            platform.start("routing-service");
            platform.stop(second);
        }
    }
}
