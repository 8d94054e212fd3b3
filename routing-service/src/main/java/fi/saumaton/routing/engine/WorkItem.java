/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Something that needs a responder: one open period of one conversation.
 *
 * @param openedVersion version of the conversation with which this open period began
 * @param conversationVersion version of the conversation when this work was last identified
 * @param replyDue whether the customer waits for an answer; only then assigned work takes capacity
 * @param dueSince since when the customer waits
 * @param queuedAt since when nobody has this work (a declined offer does not start it anew)
 * @param needs skills that this work asks for beyond what its queue does, with their least levels
 * @param ring how many of the queue's rings have opened for it
 * @param refusedBy agents who declined it or let its offer time out since it was queued
 * @param agentId who is offered or has it; null while it waits
 * @param assignmentNumber fencing token of the assignment; 0 unless assigned
 */
public record WorkItem(
        UUID id,
        UUID conversationId,
        long openedVersion,
        long conversationVersion,
        Situation situation,
        String queue,
        ItemState state,
        QueuedReason reason,
        boolean replyDue,
        Instant dueSince,
        Instant queuedAt,
        Map<String, Integer> needs,
        int ring,
        Set<String> refusedBy,
        UUID offerId,
        String agentId,
        long assignmentNumber,
        Instant assignedAt) {

    public WorkItem {
        needs = Levels.of(needs);
        refusedBy = Ordered.of(refusedBy);
    }

    static WorkItem queued(
            UUID id, Input.WorkArrived work, String queue, QueuedReason reason, boolean replyDue, Instant at) {
        Instant due = Moment.plausible(work.firstMessageAt(), at);
        return new WorkItem(
                id,
                work.conversationId(),
                work.conversationVersion(),
                work.conversationVersion(),
                work.situation(),
                queue,
                ItemState.WAITING,
                reason,
                replyDue,
                due,
                at,
                Map.of(),
                0,
                Set.of(),
                null,
                null,
                0,
                null);
    }

    /** Whether it occupies the agent who is offered or has it. */
    public boolean takesCapacity() {
        return state == ItemState.OFFERED || state == ItemState.ASSIGNED && replyDue;
    }

    /** Assigned, and the customer's turn: routing has nothing to do until the customer writes. */
    public boolean silent() {
        return state == ItemState.ASSIGNED && !replyDue;
    }

    /** Nobody has it and nobody needs to: it began with an automatic message, or was answered by who had it before. */
    public boolean dormant() {
        return state == ItemState.WAITING && !replyDue;
    }

    public String channelKind() {
        return situation.channelKind();
    }

    /** Where it stands among what waits: since when it counts as waiting, in microseconds. */
    long rank(Queue queue, Policy policy) {
        double ahead = policy.urgency(situation) + (queue == null ? 0 : queue.priority());
        return Moment.micros(dueSince) - Math.round(ahead * 60_000_000);
    }

    /** The line in which it waits. */
    Line.Key line(Queue queue, Ring open, Policy policy) {
        boolean emergency = queue != null && queue.rules().emergency();
        boolean hard = !emergency && policy.hard(situation);
        return new Line.Key(this.queue, channelKind(), needsOf(queue, open), ring, hard);
    }

    private Needs needsOf(Queue queue, Ring open) {
        if (queue == null) {
            return new Needs(needs, null);
        }
        Needs asked = queue.needs().and(needs);
        Needs all = queue.rules().languageRequired() ? new Needs(asked.skills(), situation.language()) : asked;
        return open == null ? all : all.lowered(open.lowerLevels(), open.anyLanguage());
    }

    /** When a reply is late that has to come within so many seconds. */
    Instant lateAt(int withinSeconds) {
        Instant from = assignedAt.isAfter(dueSince) ? assignedAt : dueSince;
        return from.plusSeconds(withinSeconds);
    }

    WorkItem offered(UUID offer, String agent) {
        return with(next -> {
            next.state = ItemState.OFFERED;
            next.offerId = offer;
            next.agentId = agent;
        });
    }

    WorkItem assigned(long number, Instant at) {
        return with(next -> {
            next.state = ItemState.ASSIGNED;
            next.offerId = null;
            next.assignmentNumber = number;
            next.assignedAt = at;
            next.refusedBy = Set.of();
        });
    }

    /** Back in the same line after an offer that came to nothing; the time already waited counts on. */
    WorkItem offeredInVain(QueuedReason why, boolean refused) {
        return with(next -> {
            if (refused) {
                next.refusedBy = new TreeSet<>(refusedBy);
                next.refusedBy.add(agentId);
            }
            next.wait(why);
        });
    }

    /** Taken from its agent; whoever had it is remembered as the last one to serve the customer. */
    WorkItem released(QueuedReason why, Instant at) {
        return with(next -> {
            if (state == ItemState.ASSIGNED) {
                next.situation = situation.servedBy(agentId, at);
            }
            next.dueSince = replyDue ? dueSince : at;
            next.queuedAt = at;
            next.ring = 0;
            next.refusedBy = Set.of();
            next.wait(why);
        });
    }

    /** Taken from whoever has not replied in time. */
    WorkItem late(Instant at) {
        String former = agentId;
        return released(QueuedReason.REPLY_LATE, at).with(next -> next.refusedBy = Set.of(former));
    }

    /** One more ring has opened. */
    WorkItem widened() {
        return with(next -> next.ring = ring + 1);
    }

    /** Into another queue, since nobody took it here; the time already waited counts on. */
    WorkItem overflowed(String to, Instant at) {
        return with(next -> {
            next.queue = to;
            next.ring = 0;
            next.queuedAt = at;
            next.reason = QueuedReason.OVERFLOWED;
        });
    }

    WorkItem felt(Input.SituationChanged change) {
        return with(next -> next.situation = situation.felt(change.frustration(), change.promise()));
    }

    /** Into another line, where somebody has to take it even when no reply is due. */
    WorkItem transferred(String to, String by, Instant at) {
        return released(QueuedReason.TRANSFERRED, at).with(next -> {
            next.replyDue = true;
            next.queue = to;
            next.refusedBy = by == null ? Set.of() : Set.of(by);
        });
    }

    /** Whose turn it is changed. Work under offer keeps its place in the line. */
    WorkItem turned(boolean due, Instant at) {
        return with(next -> {
            next.replyDue = due;
            next.dueSince = due && state != ItemState.OFFERED ? at : dueSince;
        });
    }

    WorkItem identified(Input.WorkArrived work) {
        return with(next -> {
            next.conversationVersion = Math.max(conversationVersion, work.conversationVersion());
            next.situation = situation.learned(work.situation());
        });
    }

    WorkItem ended(ItemState outcome) {
        return with(next -> {
            next.state = outcome;
            next.replyDue = false;
            next.offerId = null;
        });
    }

    /** The work of the same conversation that was reopened before its closing was heard of. */
    WorkItem reopened(UUID newId, boolean due, Instant at) {
        return released(QueuedReason.REOPENED, at).with(next -> {
            next.id = newId;
            next.openedVersion = conversationVersion;
            next.replyDue = due;
        });
    }

    private WorkItem with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.item();
    }

    /** The next version of an item under construction. */
    private static final class Draft {
        private UUID id;
        private final UUID conversationId;
        private long openedVersion;
        private long conversationVersion;
        private Situation situation;
        private String queue;
        private ItemState state;
        private QueuedReason reason;
        private boolean replyDue;
        private Instant dueSince;
        private Instant queuedAt;
        private final Map<String, Integer> needs;
        private int ring;
        private Set<String> refusedBy;
        private UUID offerId;
        private String agentId;
        private long assignmentNumber;
        private Instant assignedAt;

        Draft(WorkItem from) {
            id = from.id;
            conversationId = from.conversationId;
            openedVersion = from.openedVersion;
            conversationVersion = from.conversationVersion;
            situation = from.situation;
            queue = from.queue;
            state = from.state;
            reason = from.reason;
            replyDue = from.replyDue;
            dueSince = from.dueSince;
            queuedAt = from.queuedAt;
            needs = from.needs;
            ring = from.ring;
            refusedBy = from.refusedBy;
            offerId = from.offerId;
            agentId = from.agentId;
            assignmentNumber = from.assignmentNumber;
            assignedAt = from.assignedAt;
        }

        void wait(QueuedReason why) {
            state = ItemState.WAITING;
            reason = why;
            offerId = null;
            agentId = null;
            assignmentNumber = 0;
            assignedAt = null;
        }

        WorkItem item() {
            return new WorkItem(
                    id,
                    conversationId,
                    openedVersion,
                    conversationVersion,
                    situation,
                    queue,
                    state,
                    reason,
                    replyDue,
                    dueSince,
                    queuedAt,
                    needs,
                    ring,
                    refusedBy,
                    offerId,
                    agentId,
                    assignmentNumber,
                    assignedAt);
        }
    }
}
