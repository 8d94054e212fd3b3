/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.system.RunningPlatform;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Mailbox;

import static org.assertj.core.api.Assertions.assertThat;

/** Each part is killed (SIGKILL) in the middle of a thousand messages and started again. */
class KilledPartTest {

    private static final Duration CATCH_UP = Duration.ofMinutes(3);

    private static Doors doors;
    private static Shift shift;

    @BeforeAll
    static void theDesksAreManned() {
        doors = RunningPlatform.doors();
        shift = new Shift(doors);
    }

    @AfterAll
    static void everyoneGoesHome() {
        shift.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "channel-gateway",
                "customer-service",
                "routing-service",
                "analytics-service",
                "kafka",
                "postgresql"
            })
    void nothingIsLostAndNothingIsShownTwice(String part) throws Exception {
        var platform = RunningPlatform.get();
        var deadBefore = DeadLetters.count(platform.kafka());
        var crowd = new Crowd(doors, RunningPlatform.WEBHOOK_SECRET);
        var sending = crowd.begin();
        Awaitility.await("half of the messages")
                .atMost(Duration.ofMinutes(2))
                .until(() -> crowd.accepted() > Crowd.TOTAL / 2);

        platform.kill(part);
        platform.start(part);

        sending.get(CATCH_UP.toSeconds(), TimeUnit.SECONDS);
        assertThat(crowd.accepted()).isEqualTo(1_000).isEqualTo(Crowd.TOTAL);
        everyChatIsStoredInOrder(crowd);
        everyMailIsAnsweredInItsThread(crowd);
        shift.awaitEveryMessageOf(crowd, CATCH_UP);
        assertThat(DeadLetters.count(platform.kafka())).isEqualTo(deadBefore);
    }

    private void everyChatIsStoredInOrder(Crowd crowd) {
        for (var chat : crowd.chats()) {
            Awaitility.await("the whole chat")
                    .atMost(CATCH_UP)
                    .untilAsserted(() ->
                            assertThat(incomingTexts(chat.visitor().history())).containsExactlyElementsOf(chat.said()));
        }
    }

    private void everyMailIsAnsweredInItsThread(Crowd crowd) {
        var mailIds = crowd.mailIds();
        Awaitility.await("answers in the mailbox")
                .atMost(CATCH_UP)
                .untilAsserted(
                        () -> assertThat(repliesByQuestion(crowd).keySet()).containsAll(mailIds));
        repliesByQuestion(crowd).forEach((question, replies) -> {
            assertThat(replies).hasSizeLessThanOrEqualTo(2);
            assertThat(replies.stream().map(Mailbox.Received::messageId).distinct())
                    .hasSize(1);
            assertThat(replies)
                    .allSatisfy(reply -> assertThat(reply.references()).contains(question));
        });
    }

    private static Map<String, List<Mailbox.Received>> repliesByQuestion(Crowd crowd) {
        var replies = new HashMap<String, List<Mailbox.Received>>();
        for (var mail : crowd.mailbox().inbox()) {
            if (mail.inReplyTo() != null && crowd.mailIds().contains(mail.inReplyTo())) {
                replies.computeIfAbsent(mail.inReplyTo(), any -> new ArrayList<>())
                        .add(mail);
            }
        }
        return replies;
    }

    private static List<String> incomingTexts(JsonNode history) {
        return Shift.incoming(history)
                .map(message -> message.path("text").asText())
                .toList();
    }
}
