/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

import fi.saumaton.system.story.ChainsawStory;
import fi.saumaton.system.story.Doors;
import fi.saumaton.system.story.Mailbox;
import fi.saumaton.system.story.Visitor;
import fi.saumaton.system.story.Webhooks;

/**
 * A thousand messages from many customers at once: chats, signed webhooks and mails. Each sender waits until one
 * message is accepted before the next, tries again when it is not, and never sends a message under two ids.
 */
final class Crowd {

    static final int CHATS = 40;
    static final int MESSAGES_PER_CHAT = 20;
    static final int WEBHOOK_SENDERS = 18;
    static final int MESSAGES_PER_WEBHOOK_SENDER = 10;
    static final int MAILS = 20;
    static final int TOTAL = CHATS * MESSAGES_PER_CHAT + WEBHOOK_SENDERS * MESSAGES_PER_WEBHOOK_SENDER + MAILS;

    private static final long PAUSE_NANOS = 150_000_000;

    private final Doors doors;
    private final Webhooks webhooks;
    private final Mailbox mikko;
    private final String run = UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger accepted = new AtomicInteger();
    private final List<ChatSender> chats = new ArrayList<>();
    private final Queue<String> hooked = new ConcurrentLinkedQueue<>();
    private final List<String> mailIds = new ArrayList<>();

    Crowd(Doors doors, String webhookSecret) {
        this.doors = doors;
        this.webhooks = new Webhooks(doors, "bench", webhookSecret);
        this.mikko = new Mailbox(doors, "mikko@example.test");
    }

    /** One visitor with what was said, in order. */
    record ChatSender(Visitor visitor, List<String> said) {}

    /** Begins to send; the future ends when everything is accepted. */
    Future<?> begin() {
        var senders = Executors.newVirtualThreadPerTaskExecutor();
        var work = new ArrayList<Callable<Void>>();
        for (var chat = 0; chat < CHATS; chat++) {
            var sender = new ChatSender(Visitor.anonymous(doors), new ArrayList<>());
            chats.add(sender);
            work.add(() -> chat(sender));
        }
        for (var sender = 0; sender < WEBHOOK_SENDERS; sender++) {
            var address = webhookSender(sender);
            work.add(() -> hook(address));
        }
        work.add(this::mail);
        return senders.submit(() -> {
            for (var done : senders.invokeAll(work)) {
                done.get();
            }
            return null;
        });
    }

    private Void chat(ChatSender sender) {
        for (var number = 1; number <= MESSAGES_PER_CHAT; number++) {
            var text = run + " message " + number;
            var id = UUID.randomUUID().toString();
            Patiently.until(() -> sender.visitor().sayRaw(id, text), 200);
            sender.said().add(text);
            accepted.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return null;
    }

    private Void hook(String sender) {
        for (var number = 1; number <= MESSAGES_PER_WEBHOOK_SENDER; number++) {
            var text = sender + " hook " + number;
            var id = UUID.randomUUID().toString();
            Patiently.until(() -> webhooks.deliver(id, sender, text), 200);
            hooked.add(text);
            accepted.incrementAndGet();
            LockSupport.parkNanos(2 * PAUSE_NANOS);
        }
        return null;
    }

    private Void mail() {
        for (var number = 1; number <= MAILS; number++) {
            mailIds.add(mikko.sendProven(ChainsawStory.SUPPORT, run + " mail " + number, "Question " + number));
            accepted.incrementAndGet();
            LockSupport.parkNanos(PAUSE_NANOS);
        }
        return null;
    }

    String webhookSender(int number) {
        return run + "-" + number;
    }

    /** How many messages have been accepted so far. */
    int accepted() {
        return accepted.get();
    }

    List<ChatSender> chats() {
        return chats;
    }

    /** The texts that came by webhook and were accepted, each one said only once. */
    List<String> hooked() {
        return List.copyOf(hooked);
    }

    List<String> mailIds() {
        return mailIds;
    }

    Mailbox mailbox() {
        return mikko;
    }

    String run() {
        return run;
    }
}
