/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.UUID;

/**
 * What is remembered of a conversation, also while none of its work is under way.
 *
 * @param closedVersion the conversation's version at its last closing, 0 when never closed. Work identified at or below it
 *     came too late: the two topics have no order between them.
 * @param turnVersion version of the last message that turned the reply due or done, 0 before the first
 * @param replyDue whose turn it was after that message
 * @param assignmentNumber the last fencing token given; grows with every assignment and never falls
 */
public record Conversation(UUID id, long closedVersion, long turnVersion, boolean replyDue, long assignmentNumber) {
    static Conversation unknown(UUID id) {
        return new Conversation(id, 0, 0, true, 0);
    }

    Conversation closed(long version) {
        return new Conversation(id, Math.max(closedVersion, version), turnVersion, replyDue, assignmentNumber);
    }

    Conversation turned(boolean due, long version) {
        return new Conversation(id, closedVersion, version, due, assignmentNumber);
    }

    Conversation assigned() {
        return new Conversation(id, closedVersion, turnVersion, replyDue, assignmentNumber + 1);
    }

    /** Whether a reply is due in an open period that began with the version given. */
    boolean replyDueSince(long version) {
        return turnVersion <= version || replyDue;
    }
}
