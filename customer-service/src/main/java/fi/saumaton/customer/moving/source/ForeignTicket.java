/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Instant;
import java.util.List;

/**
 * A matter as another system keeps it.
 *
 * @param id in that system, for ever
 * @param number as people know it; null when it has none
 * @param channelKind how it came in: email, voice, webchat…; null when the system does not say
 * @param contactId whose it is
 * @param contact the same person, when the system sends them along; null otherwise
 * @param endedAt null when it goes on, or when the system does not say
 * @param messages in the order in which they were written
 * @param left how many further messages were too many to be taken
 */
public record ForeignTicket(
        String id,
        String number,
        String subject,
        String channelKind,
        State state,
        String contactId,
        ForeignContact contact,
        Instant createdAt,
        Instant changedAt,
        Instant endedAt,
        List<Message> messages,
        int left) {
    /** Messages of one ticket, at most. */
    public static final int MOST_MESSAGES = 1_000;

    public enum State {
        OPEN,
        /** The customer's turn. */
        WAITING,
        ENDED
    }

    public enum From {
        CUSTOMER,
        COMPANY,
        /** Not shown to the customer. */
        NOTE
    }

    /** @param author a name, null when not known */
    public record Message(String id, Instant at, From from, String author, String text) {}

    public ForeignTicket with(ForeignContact sender) {
        return new ForeignTicket(
                id,
                number,
                subject,
                channelKind,
                state,
                contactId,
                sender,
                createdAt,
                changedAt,
                endedAt,
                messages,
                left);
    }
}
