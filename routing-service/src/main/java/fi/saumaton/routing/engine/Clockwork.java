/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What time alone changes: rings open, work overflows, agents are ready again, queues open, late replies come back. It is
 * applied before every input, for the input's moment; an input of its own comes when nothing else does.
 */
final class Clockwork {
    private Clockwork() {}

    /** When time changes something for a piece of work; null when it does not. */
    static Instant due(WorkItem item, Queue queue) {
        if (queue == null || item.silent() || item.dormant()) {
            return null;
        }
        QueueRules rules = queue.rules();
        return switch (item.state()) {
            case WAITING ->
                item.ring() < rules.rings().size()
                        ? item.queuedAt()
                                .plusSeconds(rules.rings().get(item.ring()).afterSeconds())
                        : null;
            case ASSIGNED -> rules.replyWithinSeconds() > 0 ? item.lateAt(rules.replyWithinSeconds()) : null;
            case OFFERED, DONE, WITHDRAWN -> null;
        };
    }

    static void strike(Run run) {
        Agenda agenda = run.state.agenda();
        Agenda.Thing thing = agenda.strike(run.at);
        while (thing != null) {
            switch (thing) {
                case Agenda.OfQueue queue -> openOrClose(run, run.state.queue(queue.name()));
                case Agenda.OfAgent agent -> ease(run, run.state.agent(agent.id()));
                case Agenda.OfItem item -> waited(run, run.state.item(item.id()));
            }
            thing = agenda.strike(run.at);
        }
    }

    private static void openOrClose(Run run, Queue queue) {
        ZoneId zone = run.state.policy().zoneId();
        boolean open = Hours.open(queue.rules().hours(), zone, run.at);
        run.state.close(queue.name(), !open);
        Instant next = Hours.nextChange(queue.rules().hours(), zone, run.at);
        run.state.agenda().set(new Agenda.OfQueue(queue.name()), next);
        if (open) {
            run.reconsider(queue.name());
        }
    }

    private static void ease(Run run, Agent agent) {
        Strain eased = agent.strain()
                .eased(agent.capacity().total(), run.state.policy().warmUpStep(), run.at);
        run.state.put(agent.with(eased));
        run.freed.add(agent.id());
    }

    private static void waited(Run run, WorkItem item) {
        if (item.state() == ItemState.ASSIGNED) {
            run.queue(item.late(run.at), item.agentId());
            run.free(item.agentId());
            return;
        }
        Ring ring = run.state.queue(item.queue()).ring(item.ring() + 1);
        boolean moves =
                ring.moveTo() != null && !ring.moveTo().equals(item.queue()) && run.state.queue(ring.moveTo()) != null;
        if (moves) {
            run.queue(item.overflowed(ring.moveTo(), run.at), null);
        } else {
            run.state.put(item.widened());
            run.seekers.add(item.id());
        }
    }
}
