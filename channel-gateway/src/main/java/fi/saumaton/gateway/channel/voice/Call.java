/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A call, a row of the table {@code voice_call}, and the rule of what news make of it. News come repeated and in any order, so that: an ended call stays
 * ended; who has talked has talked, even when that is heard last; nobody is connected to a call that is over.
 *
 * @param id Twilio's id of the caller's call; our own for a call that we make
 * @param sid Twilio's id; null until it is known
 * @param direction {@code in} or {@code out}
 * @param customer the customer's number; null when it is hidden
 * @param conversationId null until its first message is stored
 * @param outcome how it ended; null while it goes on
 * @param recorded the caller has agreed to that
 * @param agentId who is to talk or talks; null while the caller waits
 * @param assignmentNumber by which they got it; 0 where it was not assigned
 * @param attempts how many telephones have rung for it
 */
@RegisterForReflection
record Call(
        String id,
        String sid,
        String channel,
        String direction,
        String customer,
        UUID conversationId,
        State state,
        Outcome outcome,
        boolean recorded,
        String agentId,
        String agentName,
        long assignmentNumber,
        int attempts,
        Instant startedAt,
        Instant connectedAt,
        Instant endedAt) {
    static final String IN = "in";
    static final String OUT = "out";

    /** Where it stands. */
    enum State {
        WAITING,
        /** The agent's telephone rings. */
        CONNECTING,
        TALKING,
        ENDED
    }

    /** How it ended. */
    enum Outcome {
        TALKED,
        /** The caller wants to be called back. */
        CALL_BACK,
        /** The caller hung up before anybody answered; or nobody answered our call. */
        UNREACHED
    }

    static Call arrived(String id, String channel, String customer, Instant at) {
        return new Call(
                id, id, channel, IN, customer, null, State.WAITING, null, false, null, null, 0, 0, at, null, null);
    }

    /** One that we make: first the agent is rung, then the customer. */
    static Call made(
            UUID id,
            String channel,
            String customer,
            UUID conversationId,
            String agentId,
            String agentName,
            Instant at) {
        return new Call(
                id.toString(),
                null,
                channel,
                OUT,
                customer,
                conversationId,
                State.CONNECTING,
                null,
                false,
                agentId,
                agentName,
                0,
                1,
                at,
                null,
                null);
    }

    boolean incoming() {
        return IN.equals(direction);
    }

    Call in(UUID conversation) {
        return new Call(
                id,
                sid,
                channel,
                direction,
                customer,
                conversation,
                state,
                outcome,
                recorded,
                agentId,
                agentName,
                assignmentNumber,
                attempts,
                startedAt,
                connectedAt,
                endedAt);
    }

    /** Given to an agent, whose telephone is to ring; the same call when nobody waits in it. */
    Call assigned(String agent, String name, long number) {
        return state == State.WAITING
                ? with(State.CONNECTING, null, recorded, agent, name, number, attempts + 1, connectedAt, null)
                : this;
    }

    Call on(CallNews news) {
        return switch (news) {
            case CallNews.Arrived arrived -> this;
            case CallNews.Consent consent ->
                with(
                        state,
                        outcome,
                        consent.given(),
                        agentId,
                        agentName,
                        assignmentNumber,
                        attempts,
                        connectedAt,
                        endedAt);
            case CallNews.CallBackWanted wanted -> ended(Outcome.CALL_BACK, wanted.at());
            case CallNews.Answered answered -> answered(answered.at());
            case CallNews.Unanswered unanswered -> unanswered(unanswered.at());
            case CallNews.Ended over -> ended(over);
        };
    }

    private Call answered(Instant at) {
        var since = connectedAt == null ? at : connectedAt;
        return state == State.ENDED
                ? with(state, Outcome.TALKED, recorded, agentId, agentName, assignmentNumber, attempts, since, endedAt)
                : with(State.TALKING, null, recorded, agentId, agentName, assignmentNumber, attempts, since, null);
    }

    /** The caller waits on, and for anybody; a customer whom we called is not there. */
    private Call unanswered(Instant at) {
        if (!incoming()) {
            return ended(Outcome.UNREACHED, at);
        }
        return state == State.CONNECTING
                ? with(State.WAITING, null, recorded, null, null, 0, attempts, connectedAt, null)
                : this;
    }

    private Call ended(CallNews.Ended over) {
        boolean talked = connectedAt != null || !over.talked().isZero();
        var call = ended(talked ? Outcome.TALKED : Outcome.UNREACHED, over.at());
        return talked && call.connectedAt == null
                ? call.with(
                        call.state,
                        call.outcome,
                        recorded,
                        agentId,
                        agentName,
                        assignmentNumber,
                        attempts,
                        over.at().minus(over.talked()),
                        call.endedAt)
                : call;
    }

    /** The first end is the end; but to have talked outranks every other outcome, and a wish for a call-back a mere hang-up. */
    private Call ended(Outcome how, Instant at) {
        var end = endedAt == null || at.isBefore(endedAt) ? at : endedAt;
        var outranks = outcome == null || how.compareTo(outcome) < 0;
        return with(
                State.ENDED,
                outranks ? how : outcome,
                recorded,
                agentId,
                agentName,
                assignmentNumber,
                attempts,
                connectedAt,
                end);
    }

    /** Until somebody answered, or the end; until now for a call that goes on. */
    Duration waited(Instant now) {
        var until = connectedAt != null ? connectedAt : endedAt != null ? endedAt : now;
        return atLeastNothing(Duration.between(startedAt, until));
    }

    /** Zero when nobody talked. */
    Duration talked(Instant now) {
        return connectedAt == null
                ? Duration.ZERO
                : atLeastNothing(Duration.between(connectedAt, endedAt == null ? now : endedAt));
    }

    /** Clocks of others may be wrong. */
    private static Duration atLeastNothing(Duration duration) {
        return duration.isNegative() ? Duration.ZERO : duration;
    }

    private Call with(
            State next,
            Outcome how,
            boolean mayRecord,
            String agent,
            String name,
            long number,
            int rung,
            Instant connected,
            Instant end) {
        return new Call(
                id,
                sid,
                channel,
                direction,
                customer,
                conversationId,
                next,
                how,
                mayRecord,
                agent,
                name,
                number,
                rung,
                startedAt,
                connected,
                end);
    }
}
