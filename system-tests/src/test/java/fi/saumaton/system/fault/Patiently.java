/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

import org.awaitility.Awaitility;

import fi.saumaton.system.story.Api;

/** How a real client behaves when a server is away: the same request again until it is answered. */
final class Patiently {

    private static final Duration OUTAGE = Duration.ofMinutes(10);

    private Patiently() {}

    /** Sends the same request until one of the statuses comes back; connection failures and 5xx are tried again. */
    static Api.Answer until(Callable<Api.Answer> request, int... statuses) {
        return Awaitility.await("an answer")
                .atMost(OUTAGE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(250))
                .ignoreExceptions()
                .until(request, isOneOf(statuses));
    }

    private static Predicate<Api.Answer> isOneOf(int... statuses) {
        return answer -> {
            for (var status : statuses) {
                if (answer.status() == status) {
                    return true;
                }
            }
            return false;
        };
    }
}
