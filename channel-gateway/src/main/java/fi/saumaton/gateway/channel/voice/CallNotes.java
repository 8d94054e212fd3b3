/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.conversation.Conversation;

/** What becomes of a call, as entries of its conversation for people to read. Each has its natural key, so that it is there once. */
final class CallNotes {
    private CallNotes() {}

    /** Null when the news change nothing that is worth an entry. */
    static Inbound of(Call before, Call after, CallNews news) {
        if (!after.incoming()) {
            return null; // the agent who called says what became of it
        }
        return switch (news) {
            case CallNews.Consent consent
            when consent.given() && !before.recorded() ->
                entry(after, "consent", "The caller agreed to be recorded", consent.at());
            case CallNews.Answered answered
            when before.connectedAt() == null ->
                entry(after, "connected", "Connected after " + inWords(after.waited(answered.at())), answered.at());
            case CallNews.Unanswered unanswered
            when before.state() == Call.State.CONNECTING ->
                entry(
                        after,
                        "unanswered-" + before.attempts(),
                        "The agent's telephone was not answered (" + unanswered.status() + ")",
                        unanswered.at());
            case CallNews.Ended ended
            when ends(before, after, Call.Outcome.UNREACHED) ->
                entry(after, "ended", "Hung up after " + inWords(after.waited(ended.at())), ended.at());
            default -> null;
        };
    }

    /** What the agent has done by it, once it is over; null when they have done nothing. */
    static String ofAgent(Call before, Call after, Instant now) {
        if (ends(before, after, Call.Outcome.TALKED)) {
            return (after.incoming() ? "Call answered, " : "Called, ") + inWords(after.talked(now));
        }
        return null;
    }

    /** Whether we called and nobody was there: no answer to the customer, who still waits for one. */
    static boolean inVain(Call before, Call after) {
        return !after.incoming() && ends(before, after, Call.Outcome.UNREACHED);
    }

    /** In the conversation for which we called, whatever its channel; null when that is gone. */
    static Inbound notReached(Call call, Conversation conversation, Instant at) {
        if (conversation == null) {
            return null;
        }
        var to = conversation.handle();
        return new Inbound(
                conversation.channel(),
                call.id() + "/ended",
                to,
                new Sender(List.of(to), null),
                "",
                List.of(),
                conversation.reference(),
                null,
                null,
                "Called, not reached",
                null,
                null,
                List.of(),
                true,
                MessageKind.SYSTEM,
                null,
                at);
    }

    static Inbound recording(Call call, InboundAttachment file, Instant at) {
        return entry(call, file.ref().id(), "Recording", at, List.of(file));
    }

    private static boolean ends(Call before, Call after, Call.Outcome how) {
        return before.outcome() != how && after.outcome() == how && after.state() == Call.State.ENDED;
    }

    private static Inbound entry(Call call, String what, String text, Instant at) {
        return entry(call, what, text, at, List.of());
    }

    private static Inbound entry(Call call, String what, String text, Instant at, List<InboundAttachment> files) {
        var from = call.customer() == null
                ? Handle.claimed(CallParser.CALLER, call.id())
                : Handle.proven(CallParser.PHONE, call.customer(), "channel");
        return Inbound.of(
                        MessageKind.SYSTEM,
                        call.channel(),
                        call.id() + "/" + what,
                        from,
                        new Sender(List.of(from), null),
                        text,
                        files,
                        at)
                .inThread(call.id());
    }

    static String inWords(Duration duration) {
        return duration.toMinutes() == 0
                ? duration.toSeconds() + " s"
                : duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
