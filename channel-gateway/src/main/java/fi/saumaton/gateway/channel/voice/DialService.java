/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.Transactions;

/** The transactions of {@link Dialler}: what to tell Twilio, and what came of it. */
@ApplicationScoped
class DialService {
    static final String CONNECT = "connect";
    static final String CALL = "call";

    private static final int MOST_TRIES = 4;
    private static final Duration GAP = Duration.ofSeconds(2);
    /** For its news, after a telephone has stopped ringing. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    /** Twilio ends every call after four hours. */
    private static final Duration LONGEST_CALL = Duration.ofHours(4).plusMinutes(10);

    private static final Duration KEPT = Duration.ofDays(30);

    private final CallRepository calls;
    private final CallNewsService news;
    private final Transactions transactions;
    private final Clock clock;

    DialService(CallRepository calls, CallNewsService news, Transactions transactions, Clock clock) {
        this.calls = calls;
        this.news = news;
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<List<CallRepository.Due>> claim() {
        return transactions.write(calls::claim);
    }

    Uni<List<CallRepository.Late>> late() {
        return transactions.read(() -> calls.late(LONGEST_CALL));
    }

    Uni<Void> forget() {
        return transactions.write(() -> calls.forget(KEPT)).replaceWithVoid();
    }

    /** What Twilio has said to a request of ours. */
    sealed interface Said {
        /** It rings, or may ring: its news tell. {@code sid}: of the new call, null where there is none. */
        record Taken(String sid) implements Said {}

        record NotNow() implements Said {}

        /** The telephone cannot be rung. */
        record Never(String reason) implements Said {}

        /** The caller is gone. */
        record Over() implements Said {}
    }

    Uni<Void> note(VoiceChannel channel, CallRepository.Due due, Said said) {
        var id = due.call().id();
        return switch (said) {
            case Said.Taken taken ->
                transactions.write(
                        () -> calls.told(id, taken.sid(), channel.ring().plus(PATIENCE)));
            case Said.NotNow notNow
            when due.tries() < MOST_TRIES -> transactions.write(() -> calls.again(id, GAP.multipliedBy(due.tries())));
            case Said.NotNow notNow ->
                news.apply(channel, new CallNews.Unanswered(id, "Twilio is away", clock.instant()));
            case Said.Never never -> news.apply(channel, new CallNews.Unanswered(id, never.reason(), clock.instant()));
            case Said.Over over -> news.apply(channel, new CallNews.Ended(id, "over", Duration.ZERO, clock.instant()));
        };
    }

    /** Nothing was heard of it in time. */
    Uni<Void> giveUp(VoiceChannel channel, CallRepository.Late late) {
        var at = clock.instant();
        return news.apply(
                channel,
                late.unanswered()
                        ? new CallNews.Unanswered(late.id(), "no news", at)
                        : new CallNews.Ended(late.id(), "no news", Duration.ZERO, at));
    }
}
