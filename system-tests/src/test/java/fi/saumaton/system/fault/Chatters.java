/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Visitor;

/** Visitors who chat on and on, one message after the other, each until it is accepted. */
final class Chatters implements AutoCloseable {

    private static final long PAUSE_NANOS = 100_000_000;

    private final List<Chat> chats = new CopyOnWriteArrayList<>();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ExecutorService people = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean talking = true;

    /** One visitor with what was said, in order. */
    record Chat(Visitor visitor, List<String> said) {}

    /** So many more, who come in by these doors. */
    Chatters come(int count, Doors doors) {
        for (int i = 0; i < count; i++) {
            var chat = new Chat(Visitor.anonymous(doors), new CopyOnWriteArrayList<>());
            chats.add(chat);
            people.execute(() -> talk(chat));
        }
        return this;
    }

    private void talk(Chat chat) {
        while (talking) {
            var text = "message " + (chat.said().size() + 1);
            var id = UUID.randomUUID().toString();
            Patiently.until(() -> chat.visitor().sayRaw(id, text), 200);
            chat.said().add(text);
            accepted.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    /** How many messages have been accepted so far. */
    int accepted() {
        return accepted.get();
    }

    /** Everybody finishes their sentence; then all that was said. */
    List<Chat> fallSilent() {
        talking = false;
        people.close();
        return chats;
    }

    @Override
    public void close() {
        talking = false;
        people.shutdownNow();
        chats.forEach(chat -> chat.visitor().close());
    }
}
