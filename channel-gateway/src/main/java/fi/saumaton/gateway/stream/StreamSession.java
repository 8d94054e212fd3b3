/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.function.BiFunction;

import org.jboss.logging.Logger;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;

/**
 * One open socket: the position up to which its client has been sent everything, and the frames that wait to be written.
 *
 * <p>Nothing but hello goes out before the client has said where to resume. From then on events leave in the order of their sequence: one that is next is
 * queued at once, any other makes the session read the table, which has the ones between. The queue is bounded; while it is filled from the table reading
 * pauses, and a socket that is too slow for what happens now is closed: the table keeps what it has missed.
 */
public final class StreamSession {
    private static final Logger LOG = Logger.getLogger(StreamSession.class);
    private static final int PAGE = 100;
    private static final long NOT_RESUMED = -1;

    private final String recipient;
    private final WebSocketConnection connection;
    private final BiFunction<String, Long, Uni<Backlog>> table;
    private final int capacity;
    private final ArrayDeque<String> queue = new ArrayDeque<>();

    private long position = NOT_RESUMED;
    private long known;
    private boolean checked;
    private boolean reading;
    private boolean writing;
    private boolean pumping;
    private boolean closed;
    private Instant expiresAt;
    private boolean warned;

    StreamSession(
            String recipient,
            WebSocketConnection connection,
            Instant expiresAt,
            BiFunction<String, Long, Uni<Backlog>> table,
            int capacity) {
        this.recipient = recipient;
        this.connection = connection;
        this.expiresAt = expiresAt;
        this.table = table;
        this.capacity = capacity;
    }

    static int page() {
        return PAGE;
    }

    public String recipient() {
        return recipient;
    }

    synchronized void hello(long last) {
        enqueue(Frames.hello(recipient, last));
    }

    /** The client has seen everything up to {@code after}. */
    synchronized void resume(long after) {
        position = after;
        checked = false;
        readOn();
    }

    /** Stored and committed just now, on this replica. */
    synchronized void offer(StreamEvent event, String frame) {
        if (position == NOT_RESUMED || event.sequence() <= position) {
            return;
        }
        if (checked && !reading && event.sequence() == position + 1) {
            position = event.sequence();
            enqueue(frame);
        } else {
            wake(event.sequence());
        }
    }

    /** Something up to {@code sequence} is in the table. */
    synchronized void wake(long sequence) {
        known = Math.max(known, sequence);
        if (position != NOT_RESUMED && known > position) {
            readOn();
        }
    }

    /** Only to clients that keep up: a sign of the moment is not worth a place in a long queue. */
    synchronized void signal(String frame) {
        if (position != NOT_RESUMED && queue.isEmpty()) {
            enqueue(frame);
        }
    }

    synchronized void ping() {
        enqueue(Frames.PING);
    }

    synchronized void problem(String slug, String detail) {
        enqueue(Frames.problem(slug, detail));
    }

    synchronized void renewed(Instant until) {
        expiresAt = until;
        warned = false;
    }

    /** Warns of the token's end, and closes the socket when it has come. */
    synchronized void checkToken(Instant now, Instant warnBefore) {
        if (!now.isBefore(expiresAt)) {
            close(CloseCode.TOKEN_EXPIRED);
        } else if (!warned && !warnBefore.isBefore(expiresAt)) {
            warned = true;
            enqueue(Frames.tokenExpiring(expiresAt));
        }
    }

    synchronized void close(CloseCode code) {
        if (!closed) {
            closed = true;
            queue.clear();
            connection
                    .close(new CloseReason(code.number(), code.reason()))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debug("A socket did not close properly", failure));
        }
    }

    private void readOn() {
        if (reading || closed || queue.size() > capacity / 2) {
            return;
        }
        reading = true;
        long from = position;
        table.apply(recipient, from).subscribe().with(backlog -> read(from, backlog), this::unreadable);
    }

    private synchronized void read(long from, Backlog backlog) {
        reading = false;
        if (closed) {
            return;
        }
        if (from != position) { // resumed from elsewhere in the meantime
            readOn();
            return;
        }
        if (!backlog.continues(position)) {
            position = backlog.last();
            checked = true;
            enqueue(Frames.refetch(position));
            return;
        }
        checked = true;
        known = Math.max(known, backlog.last());
        for (var event : backlog.events()) {
            if (event.sequence() == position + 1) {
                position = event.sequence();
                enqueue(Frames.event(event));
            }
        }
        if (known > position && !backlog.events().isEmpty()) {
            readOn();
        }
    }

    private synchronized void unreadable(Throwable failure) {
        reading = false;
        LOG.debug("The stream's table cannot be read", failure);
        close(CloseCode.TRY_AGAIN);
    }

    private void enqueue(String frame) {
        if (closed) {
            return;
        }
        if (queue.size() >= capacity) {
            close(CloseCode.TOO_SLOW);
            return;
        }
        queue.add(frame);
        write();
    }

    /** A loop, not a recursion: a write may complete before its call returns. */
    private void write() {
        if (pumping) {
            return;
        }
        pumping = true;
        while (!writing && !closed && !queue.isEmpty()) {
            writing = true;
            connection.sendText(queue.poll()).subscribe().with(done -> written(), failure -> unwritable());
        }
        pumping = false;
    }

    private synchronized void written() {
        writing = false;
        if (pumping) {
            return; // within the loop of write(), which goes on by itself
        }
        write();
        if (position != NOT_RESUMED && known > position) {
            readOn();
        }
    }

    private synchronized void unwritable() {
        closed = true;
        queue.clear();
    }
}
