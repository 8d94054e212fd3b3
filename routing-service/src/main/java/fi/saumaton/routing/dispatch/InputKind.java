/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.routing.engine.Input;
import fi.saumaton.routing.engine.Policy;

/** What is stored of an input's class: a name that stays when the class is renamed. */
@RegisterForReflection(
        targets = {
            Input.WorkArrived.class,
            Input.CustomerWrote.class,
            Input.AgentReplied.class,
            Input.ConversationClosed.class,
            Input.PresenceChanged.class,
            Input.Defaults.class,
            Input.LeaseExpired.class,
            Input.OfferAccepted.class,
            Input.OfferDeclined.class,
            Input.OfferTimedOut.class,
            Input.Transferred.class,
            Input.AgentConfigured.class,
            Input.QueueConfigured.class,
            Input.SituationChanged.class,
            Input.PolicyChanged.class,
            Input.TimePassed.class,
            Policy.class
        })
enum InputKind {
    WORK_ARRIVED("work-arrived", Input.WorkArrived.class),
    CUSTOMER_WROTE("customer-wrote", Input.CustomerWrote.class),
    AGENT_REPLIED("agent-replied", Input.AgentReplied.class),
    CONVERSATION_CLOSED("conversation-closed", Input.ConversationClosed.class),
    PRESENCE_CHANGED("presence-changed", Input.PresenceChanged.class),
    LEASE_EXPIRED("lease-expired", Input.LeaseExpired.class),
    OFFER_ACCEPTED("offer-accepted", Input.OfferAccepted.class),
    OFFER_DECLINED("offer-declined", Input.OfferDeclined.class),
    OFFER_TIMED_OUT("offer-timed-out", Input.OfferTimedOut.class),
    TRANSFERRED("transferred", Input.Transferred.class),
    AGENT_CONFIGURED("agent-configured", Input.AgentConfigured.class),
    QUEUE_CONFIGURED("queue-configured", Input.QueueConfigured.class),
    SITUATION_CHANGED("situation-changed", Input.SituationChanged.class),
    POLICY_CHANGED("policy-changed", Input.PolicyChanged.class),
    TIME_PASSED("time-passed", Input.TimePassed.class);

    private final String wire;
    private final Class<? extends Input> type;

    InputKind(String wire, Class<? extends Input> type) {
        this.wire = wire;
        this.type = type;
    }

    static String of(Input input) {
        for (InputKind kind : values()) {
            if (kind.type == input.getClass()) {
                return kind.wire;
            }
        }
        throw new IllegalArgumentException("No kind for " + input.getClass());
    }

    static Input read(String wire, String payload) {
        for (InputKind kind : values()) {
            if (kind.wire.equals(wire)) {
                return RowJson.read(payload, kind.type);
            }
        }
        throw new IllegalArgumentException("Unknown kind of input: " + wire);
    }
}
