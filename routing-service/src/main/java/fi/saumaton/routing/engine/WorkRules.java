/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.util.Comparator;
import java.util.Map;
import java.util.UUID;

/** What conversations do to work: it arrives, falls due, is answered, ends, or goes to another queue. */
final class WorkRules {
    private static final String CLOSED = "conversation-closed";
    private static final String NO_REPLY_DUE = "no-reply-due";

    private WorkRules() {}

    static Answer arrived(Run run, Input.WorkArrived work) {
        Conversation conversation = run.state.conversation(work.conversationId());
        if (work.conversationVersion() <= conversation.closedVersion()) {
            return Answer.DONE;
        }
        WorkItem item = run.state.itemOf(work.conversationId());
        if (item != null) {
            run.state.put(item.identified(work));
            return Answer.DONE;
        }
        QueuedReason reason = conversation.closedVersion() == 0 ? QueuedReason.NEW : QueuedReason.REOPENED;
        boolean due = conversation.replyDueSince(work.conversationVersion());
        WorkItem arrived = WorkItem.queued(run.nextId(), work, queueFor(run, work), reason, due, run.at);
        if (due) {
            run.queue(arrived);
        } else {
            run.state.put(arrived);
        }
        return Answer.DONE;
    }

    /** The queue of the work's channel kind with the highest priority; the first one of all when none takes the kind. */
    private static String queueFor(Run run, Input.WorkArrived work) {
        State state = run.state;
        Comparator<Queue> first =
                Comparator.comparingInt(Queue::priority).reversed().thenComparing(Queue::name);
        String kind = work.situation().channelKind();
        return state.firstQueue(queue -> queue.channels().contains(kind), first)
                .or(() -> state.firstQueue(queue -> true, first))
                .map(queue -> divided(run, queue))
                .orElseThrow(() -> new IllegalStateException("there is no queue"));
    }

    /** The queue that gets the work in place of the one found: while that is closed, or by its shares. */
    private static String divided(Run run, Queue queue) {
        QueueRules rules = queue.rules();
        String closedTo = rules.closedTo();
        if (closedTo != null && run.state.isClosed(queue.name()) && run.state.queue(closedTo) != null) {
            return closedTo;
        }
        int drawn = run.percent();
        for (Map.Entry<String, Integer> share : rules.split().entrySet()) {
            drawn -= share.getValue();
            if (drawn < 0 && run.state.queue(share.getKey()) != null) {
                return share.getKey();
            }
        }
        return queue.name();
    }

    static Answer situationChanged(Run run, Input.SituationChanged change) {
        WorkItem item = run.state.itemOf(change.conversationId());
        if (item != null) {
            run.state.put(item.felt(change));
            if (item.state() == ItemState.WAITING && !item.dormant()) {
                run.seekers.add(item.id());
            }
        }
        return Answer.DONE;
    }

    static Answer customerWrote(Run run, Input.CustomerWrote message) {
        WorkItem item = turned(run, message.conversationId(), true, message.version());
        if (item == null) {
            return Answer.DONE;
        }
        WorkItem due = item.turned(true, Moment.plausible(message.writtenAt(), run.at));
        if (item.dormant() || isGone(run.state, item.agentId())) {
            run.queue(due.released(QueuedReason.CUSTOMER_WROTE, run.at), item.agentId());
        } else {
            run.state.put(due);
        }
        return Answer.DONE;
    }

    static Answer agentReplied(Run run, Input.AgentReplied message) {
        WorkItem item = turned(run, message.conversationId(), false, message.version());
        if (item != null && item.state() == ItemState.OFFERED) {
            rescind(run, item, NO_REPLY_DUE);
            run.state.put(item.turned(false, run.at).offeredInVain(item.reason(), false));
        } else if (item != null) {
            run.state.put(item.turned(false, run.at));
            if (item.state() == ItemState.ASSIGNED) {
                recover(run, item);
                run.free(item.agentId());
            }
        }
        return Answer.DONE;
    }

    /** Notes whose turn it is after a message; gives the work for which that is news, null when there is none. */
    private static WorkItem turned(Run run, UUID conversationId, boolean due, long version) {
        Conversation conversation = run.state.conversation(conversationId);
        if (version <= conversation.turnVersion()) {
            return null;
        }
        run.state.put(conversation.turned(due, version));
        WorkItem item = run.state.itemOf(conversationId);
        boolean ofThisPeriod = item != null && version > item.openedVersion();
        return ofThisPeriod && item.replyDue() != due ? item : null;
    }

    private static boolean isGone(State state, String agentId) {
        Agent agent = state.agent(agentId);
        return agent == null || agent.presence().gone();
    }

    static Answer closed(Run run, Input.ConversationClosed closing) {
        Conversation conversation = run.state.conversation(closing.conversationId());
        if (closing.version() <= conversation.closedVersion()) {
            return Answer.DONE;
        }
        run.state.put(conversation.closed(closing.version()));
        WorkItem item = run.state.itemOf(closing.conversationId());
        if (item != null) {
            finish(run, item, closing);
        }
        return Answer.DONE;
    }

    private static void finish(Run run, WorkItem item, Input.ConversationClosed closing) {
        if (item.state() == ItemState.ASSIGNED) {
            WorkItem done = item.ended(ItemState.DONE);
            run.state.put(done);
            run.effects.add(new Effect.Done(done, run.at));
            wrapUp(run, item);
            recover(run, item);
            run.free(item.agentId());
        } else {
            rescind(run, item, CLOSED);
            WorkItem withdrawn = item.ended(ItemState.WITHDRAWN);
            run.state.put(withdrawn);
            String reason = closing.reason() == null ? CLOSED : closing.reason();
            run.effects.add(new Effect.Withdrawn(withdrawn, reason, run.at));
        }
        boolean reopenedSince = item.conversationVersion() > closing.version();
        if (reopenedSince) {
            boolean due = run.state.conversation(item.conversationId()).replyDueSince(item.conversationVersion());
            run.queue(item.reopened(run.nextId(), due, run.at));
        }
    }

    static Answer transferred(Run run, Input.Transferred transfer) {
        WorkItem item = run.state.item(transfer.workItemId());
        if (item == null || !mayTransfer(item, transfer.by())) {
            return Answer.NOT_FOUND;
        }
        if (run.state.queue(transfer.queue()) == null) {
            return Answer.UNKNOWN_QUEUE;
        }
        rescind(run, item, QueuedReason.TRANSFERRED.toString());
        String holder = item.state() == ItemState.ASSIGNED ? item.agentId() : null;
        run.queue(item.transferred(transfer.queue(), holder, run.at), holder);
        if (holder != null) {
            run.free(holder);
        }
        return Answer.DONE;
    }

    private static void wrapUp(Run run, WorkItem item) {
        Queue queue = run.state.queue(item.queue());
        Agent agent = run.state.agent(item.agentId());
        if (queue != null && agent != null && queue.rules().wrapUpSeconds() > 0) {
            Strain busy =
                    agent.strain().wrappingUp(run.at.plusSeconds(queue.rules().wrapUpSeconds()));
            run.state.put(agent.with(busy));
        }
    }

    /** The time of recovery begins when the very hard contact is over. */
    private static void recover(Run run, WorkItem item) {
        Policy policy = run.state.policy();
        Agent agent = run.state.agent(item.agentId());
        if (agent != null && policy.veryHard(item.situation())) {
            run.state.put(agent.with(agent.strain().recovering(run.at.plus(policy.recovery()))));
        }
    }

    private static boolean mayTransfer(WorkItem item, String by) {
        return by == null || item.state() == ItemState.ASSIGNED && by.equals(item.agentId());
    }

    /** Takes back the pending offer of an item, if it has one. The item itself is left as it is. */
    private static void rescind(Run run, WorkItem item, String reason) {
        UUID offerId = item.offerId();
        Offer offer = offerId == null ? null : run.state.offer(offerId);
        if (offer != null) {
            run.end(offer, OfferState.RESCINDED, reason);
        }
    }
}
