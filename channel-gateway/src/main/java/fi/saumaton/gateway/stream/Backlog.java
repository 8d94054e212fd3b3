/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.util.List;

/**
 * What a recipient has in the table after some position.
 *
 * @param last the recipient's last sequence
 * @param events the next ones, in order, at most a page
 */
record Backlog(long last, List<StreamEvent> events) {
    /** Whether a client that has seen everything up to {@code position} can go on from here without a hole. */
    boolean continues(long position) {
        return position == last
                || (position < last && !events.isEmpty() && events.getFirst().sequence() == position + 1);
    }
}
