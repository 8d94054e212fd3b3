/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Order, holes and slow clients, with a socket and a table whose every step the test decides. */
class StreamSessionTest {
    private static final Instant TEN = Instant.parse("2026-11-22T10:00:00Z");
    private static final int CAPACITY = 10;

    private final List<String> sent = new ArrayList<>();
    private final List<UniEmitter<? super Void>> writes = new ArrayList<>();
    private final List<Integer> closed = new ArrayList<>();
    private final List<Long> reads = new ArrayList<>();
    private final List<UniEmitter<? super Backlog>> readers = new ArrayList<>();
    private boolean blocked;
    private long stored;
    private boolean tableAnswersAtOnce = true;

    private final StreamSession session =
            new StreamSession("agent:jenni", connection(), TEN.plusSeconds(300), this::read, CAPACITY);

    private WebSocketConnection connection() {
        return (WebSocketConnection) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {WebSocketConnection.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sendText" -> write((String) arguments[0]);
                    case "close" ->
                        Uni.createFrom().voidItem().invoke(() -> closed.add(((CloseReason) arguments[0]).getCode()));
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }

    private Uni<Void> write(String frame) {
        return Uni.createFrom().emitter(emitter -> {
            sent.add(frame);
            if (blocked) {
                writes.add(emitter);
            } else {
                emitter.complete(null);
            }
        });
    }

    private Uni<Backlog> read(String recipient, long position) {
        reads.add(position);
        return tableAnswersAtOnce
                ? Uni.createFrom().item(() -> backlog(position))
                : Uni.createFrom().emitter(readers::add);
    }

    private Backlog backlog(long position) {
        var events = LongStream.rangeClosed(position + 1, Math.min(stored, position + StreamSession.page()))
                .mapToObj(StreamSessionTest::event)
                .toList();
        return new Backlog(stored, events);
    }

    private static StreamEvent event(long sequence) {
        return new StreamEvent("agent:jenni", sequence, "message.received", TEN, "{}");
    }

    private void happens(long sequence) {
        stored = Math.max(stored, sequence);
        session.offer(event(sequence), Frames.event(event(sequence)));
    }

    private List<Long> sequences() {
        return sent.stream()
                .filter(frame -> frame.contains("\"event\""))
                .map(frame -> Long.valueOf(frame.replaceAll(".*\"sequence\":(\\d+).*", "$1")))
                .toList();
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private void unblock() {
        blocked = false;
        while (!writes.isEmpty()) {
            writes.removeFirst().complete(null);
        }
    }

    @Test
    void nothingLeavesBeforeTheClientHasSaidWhereItIs() {
        happens(1);
        assertEquals(List.of(), sent);
        session.resume(0);
        happens(2);
        assertEquals(upTo(2), sequences());
    }

    @Test
    void aPushThatComesTooEarlyWaitsForTheOneBefore() {
        session.resume(0);
        stored = 2;
        happens(2);
        happens(1);
        happens(3);
        assertEquals(upTo(3), sequences());
    }

    @Test
    void whatHappensWhileTheTableIsReadIsNeitherLostNorDoubled() {
        stored = 3;
        tableAnswersAtOnce = false;
        session.resume(0);
        var early = backlog(0);
        happens(4);
        happens(5);
        readers.removeFirst().complete(early);
        assertEquals(upTo(3), sequences());
        readers.removeFirst().complete(backlog(3));
        assertEquals(upTo(5), sequences());
    }

    @Test
    void aSecondResumeDuringAReadWins() {
        stored = 3;
        tableAnswersAtOnce = false;
        session.resume(0);
        session.resume(2);
        readers.removeFirst().complete(backlog(0));
        readers.removeFirst().complete(backlog(2));
        assertEquals(List.of(3L), sequences());
    }

    @Test
    void aLongAbsenceIsReadPageByPageNoFasterThanTheClientTakesIt() {
        stored = 1000;
        session.resume(0);
        assertEquals(upTo(1000), sequences());
        assertEquals(10, reads.size());
    }

    @Test
    void aSocketThatIsTooSlowIsClosedAndNothingMoreIsKeptForIt() {
        session.resume(0);
        blocked = true;
        LongStream.rangeClosed(1, CAPACITY + 2).forEach(this::happens);
        assertEquals(List.of(4408), closed);
        assertEquals(1, sent.size());
        unblock();
        happens(CAPACITY + 3);
        assertEquals(1, sent.size());
    }

    @Test
    void withAFullQueueTheTableIsNotRead() {
        session.resume(0);
        blocked = true;
        LongStream.rangeClosed(1, CAPACITY - 1).forEach(this::happens);
        int before = reads.size();
        session.wake(CAPACITY + 50L);
        assertEquals(before, reads.size());
        stored = CAPACITY + 50L;
        unblock();
        assertEquals(upTo(CAPACITY + 50L), sequences());
        assertEquals(List.of(), closed);
    }

    @Test
    void aPositionThatTheTableNoLongerHasMeansRefetch() {
        stored = 5;
        tableAnswersAtOnce = false;
        session.resume(1);
        readers.removeFirst().complete(new Backlog(5, List.of(event(4), event(5))));
        assertEquals("{\"type\":\"refetch\",\"sequence\":5}", sent.getLast());
        happens(6);
        assertEquals(List.of(6L), sequences());
    }

    @Test
    void aTableThatCannotBeReadClosesTheSocketForLater() {
        tableAnswersAtOnce = false;
        session.resume(0);
        readers.removeFirst().fail(new IllegalStateException("away"));
        assertEquals(List.of(1013), closed);
    }

    @Test
    void theTokensEndIsAnnouncedOnceAndThenCome() {
        session.checkToken(TEN, TEN.plusSeconds(60));
        assertEquals(List.of(), sent);
        session.checkToken(TEN.plusSeconds(240), TEN.plusSeconds(300));
        session.checkToken(TEN.plusSeconds(241), TEN.plusSeconds(301));
        assertEquals(List.of("{\"type\":\"token-expiring\",\"expiresAt\":\"2026-11-22T10:05:00Z\"}"), sent);
        session.renewed(TEN.plusSeconds(600));
        session.checkToken(TEN.plusSeconds(301), TEN.plusSeconds(361));
        assertTrue(closed.isEmpty());
        session.checkToken(TEN.plusSeconds(600), TEN.plusSeconds(660));
        assertEquals(List.of(4401), closed);
        assertFalse(sent.contains(Frames.PING));
    }
}
