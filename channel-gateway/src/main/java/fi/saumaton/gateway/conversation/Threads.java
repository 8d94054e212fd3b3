/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.gateway.channel.Inbound;

/** The conversations of a batch: those that were there, and those that it has opened so far. */
final class Threads {
    private final Map<UUID, Conversation> known;
    private final Map<List<String>, Conversation> opened = new HashMap<>();

    Threads(Map<UUID, Conversation> known) {
        this.known = known;
    }

    /** Where the message belongs; null when it opens a thread of its own. */
    Conversation of(Inbound message, UUID matched) {
        if (matched != null) {
            return known.get(matched);
        }
        for (var answered : message.answers()) {
            var conversation = opened.get(key(message, "answers", answered));
            if (conversation != null) {
                return conversation;
            }
        }
        return opened.get(key(message, "thread", message.threadKey()));
    }

    void opened(Conversation conversation, Inbound first) {
        opened.put(key(first, "thread", first.threadKey()), conversation);
        opened.put(key(first, "answers", first.providerMessageId()), conversation);
    }

    private static List<String> key(Inbound message, String by, String value) {
        return List.of(message.channel(), message.from().kind(), message.from().value(), by, value);
    }
}
