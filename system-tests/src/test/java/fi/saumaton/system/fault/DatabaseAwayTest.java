/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import fi.saumaton.system.RunningPlatform;

import static org.assertj.core.api.Assertions.assertThat;

/** PostgreSQL is away for minutes: what customers write meanwhile is accepted, kept in order, and stored afterwards. */
class DatabaseAwayTest {

    /** How long the database is away: longer than any time-out of ours. {@code PT5M} and more before a release. */
    private static final Duration AWAY = Duration.parse(System.getProperty("saumaton.outage", "PT2M"));

    private static final Duration CATCH_UP = Duration.ofMinutes(3);

    @Test
    void minutesWithoutPostgresqlChangeNoOrderAndKillNoMessage() throws Exception {
        var platform = RunningPlatform.get();
        var doors = RunningPlatform.doors();
        var deadBefore = DeadLetters.count(platform.kafka());
        var crowd = new Crowd(doors, RunningPlatform.WEBHOOK_SECRET);
        var sending = crowd.begin();
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> crowd.accepted() > Crowd.TOTAL / 4);

        platform.kill("postgresql");
        var away = System.nanoTime();
        sending.get(AWAY.toSeconds(), TimeUnit.SECONDS);
        assertThat(crowd.accepted()).as("accepted without a database").isEqualTo(Crowd.TOTAL);
        Awaitility.await("the outage to last")
                .atMost(AWAY.plusSeconds(30))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> System.nanoTime() - away >= AWAY.toNanos());
        platform.start("postgresql");

        for (var chat : crowd.chats()) {
            Awaitility.await("the whole chat")
                    .atMost(CATCH_UP)
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(Shift.incoming(chat.visitor().history())
                                        .map(message -> message.path("text").asText()))
                                .containsExactlyElementsOf(chat.said());
                    });
        }
        try (var shift = new Shift(doors)) {
            shift.awaitEveryMessageOf(crowd, CATCH_UP);
        }
        assertThat(DeadLetters.count(platform.kafka())).isEqualTo(deadBefore);
    }
}
