/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The kinds of events that the log knows, each with the name under which it stands there (its type without prefix and version). */
public enum EventKind {
    CONVERSATION_OPENED("conversation.opened"),
    CONVERSATION_REOPENED("conversation.reopened"),
    MESSAGE_RECEIVED("conversation.message-received"),
    MESSAGE_SENT("conversation.message-sent"),
    DELIVERY_CHANGED("conversation.delivery-changed"),
    CLAIM_MADE("conversation.claim-made"),
    CONVERSATION_RETURNED("conversation.returned"),
    CONVERSATION_CLOSED("conversation.closed"),
    CUSTOMER_CREATED("customer.created"),
    CUSTOMER_IDENTIFIED("customer.identified"),
    CUSTOMER_LINKED("customer.linked"),
    CUSTOMER_UNLINKED("customer.unlinked"),
    CUSTOMER_JOINED("customer.joined"),
    CUSTOMER_PARTED("customer.parted"),
    TOUCHPOINT_RECORDED("customer.touchpoint-recorded"),
    TOUCHPOINT_CHANGED("customer.touchpoint-changed"),
    TOUCHPOINT_REMOVED("customer.touchpoint-removed"),
    QUESTION_REPEATED("customer.question-repeated"),
    ISSUE_OPENED("issue.opened"),
    ISSUE_CONTINUED("issue.continued"),
    ISSUE_RESOLVED("issue.resolved"),
    ISSUE_CHANGED("issue.changed"),
    ISSUE_REARRANGED("issue.rearranged"),
    ISSUE_REOPENED("issue.reopened"),
    WORK_ITEM_QUEUED("work-item.queued"),
    WORK_ITEM_ASSIGNED("work-item.assigned"),
    WORK_ITEM_DONE("work-item.done"),
    WORK_ITEM_WITHDRAWN("work-item.withdrawn"),
    OFFER_MADE("offer.made"),
    OFFER_ACCEPTED("offer.accepted"),
    OFFER_DECLINED("offer.declined"),
    OFFER_TIMED_OUT("offer.timed-out"),
    OFFER_RESCINDED("offer.rescinded"),
    PROMISE_MADE("promise.made"),
    PROMISE_DUE_SOON("promise.due-soon"),
    PROMISE_RUNNING_OUT("promise.running-out"),
    PROMISE_LATE("promise.late"),
    PROMISE_KEPT("promise.kept"),
    PROMISE_BROKEN("promise.broken"),
    PROMISE_MOVED("promise.moved"),
    PROMISE_CANCELLED("promise.cancelled"),
    PROMISE_HANDED_OVER("promise.handed-over"),
    PRESENCE_CHANGED("agent.presence-changed");

    private static final Map<String, EventKind> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toMap(EventKind::logName, Function.identity()));

    private static final Set<EventKind> ISSUE_KINDS =
            Set.of(ISSUE_OPENED, ISSUE_CONTINUED, ISSUE_RESOLVED, ISSUE_CHANGED, ISSUE_REARRANGED, ISSUE_REOPENED);

    private static final String PREFIX = "fi.saumaton.";
    private static final String VERSION = ".v1";

    private final String logName;

    EventKind(String logName) {
        this.logName = logName;
    }

    public String logName() {
        return logName;
    }

    /** The CloudEvents type of version 1. */
    public String type() {
        return PREFIX + logName + VERSION;
    }

    public static EventKind ofLogName(String name) {
        EventKind kind = BY_NAME.get(name);
        if (kind == null) {
            throw new IllegalArgumentException("No such kind of event in the log: " + name);
        }
        return kind;
    }

    /** The kind of a CloudEvents type that {@link #type()} gave. */
    public static EventKind ofType(String type) {
        return ofLogName(type.substring(PREFIX.length(), type.length() - VERSION.length()));
    }

    /** Whether a contact starts with it. */
    public boolean startsContact() {
        return this == CONVERSATION_OPENED || this == CONVERSATION_REOPENED;
    }

    /** Whether a conversation turns out to be about a matter with it. */
    public boolean findsMatter() {
        return this == ISSUE_OPENED || this == ISSUE_CONTINUED || this == ISSUE_REOPENED;
    }

    /** Whether it says something of a promise. */
    public boolean concernsPromise() {
        return compareTo(PROMISE_MADE) >= 0 && compareTo(PROMISE_HANDED_OVER) <= 0;
    }

    /** Whether it tells what became of an offer. */
    public boolean endsOffer() {
        return this == OFFER_ACCEPTED || this == OFFER_DECLINED || this == OFFER_TIMED_OUT || this == OFFER_RESCINDED;
    }

    /** Whether it says something of an issue. */
    public boolean concernsIssue() {
        return ISSUE_KINDS.contains(this);
    }
}
