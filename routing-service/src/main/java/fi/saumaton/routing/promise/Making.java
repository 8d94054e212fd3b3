/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.web.RoutingProblem;

/** Makes promises that can be kept an eye on: in a queue that exists, with a time to come, and a person who will hear. */
@ApplicationScoped
class Making {
    private final Plans plans;
    private final PromiseConfig config;

    Making(Plans plans, PromiseConfig config) {
        this.plans = plans;
        this.config = config;
    }

    Uni<Promise> make(PromiseRequests.Made asked, Asker by, Instant now) {
        Party madeBy = asked.madeBy() == null ? by.party() : asked.madeBy().party();
        Party owner = asked.owner() == null ? by.party() : asked.owner().party();
        String queue = Party.QUEUE.equals(owner.type()) && asked.queue() == null ? owner.id() : asked.queue();
        Commitment what = new Commitment(
                by.organisation(),
                asked.of(),
                asked.text().strip(),
                window(asked.from(), asked.until(), now),
                asked.customerId(),
                asked.issueId(),
                asked.conversationId(),
                asked.messageId(),
                asked.channel(),
                asked.handle(),
                asked.language(),
                queue,
                madeBy,
                now,
                null);
        return make(what, owner, asked.draft());
    }

    Uni<Promise> make(Commitment what, Party owner, boolean draft) {
        if (Party.PARTNER.equals(owner.type())) {
            throw new Problem(CommonProblem.INVALID, "Name an agent, team or queue as the owner")
                    .with("field", "owner");
        }
        return known(owner, what.queue())
                .chain(() -> plans.forQueue(Escalation.queue(owner, what.queue())))
                .map(plan -> {
                    requirePerson(plan, owner, what.madeBy());
                    Deadlines deadlines = deadlines(what, plan);
                    return Promise.made(Ids.next(), what, owner, deadlines, draft);
                });
    }

    /** The deadlines of a promise that begins to count now. */
    Uni<Deadlines> deadlines(Promise promise, Instant now) {
        return plans.forQueue(Escalation.queue(promise))
                .map(plan ->
                        Deadlines.of(now, promise.until(), config.longestLead(), config.grace(), plans.calendar(plan)));
    }

    private Deadlines deadlines(Commitment what, Plan plan) {
        return Deadlines.of(
                what.madeAt(), what.window().until(), config.longestLead(), config.grace(), plans.calendar(plan));
    }

    /** The queues that are named exist. */
    private Uni<Void> known(Party owner, String queue) {
        Uni<Void> owners = Party.QUEUE.equals(owner.type())
                ? known(owner.id())
                : Uni.createFrom().voidItem();
        return queue == null ? owners : owners.chain(() -> known(queue));
    }

    private Uni<Void> known(String queue) {
        return plans.knowsQueue(queue)
                .invoke(known -> {
                    if (!known) {
                        throw new Problem(RoutingProblem.UNKNOWN_QUEUE, "There is no such queue").with("queue", queue);
                    }
                })
                .replaceWithVoid();
    }

    static void requirePerson(Plan plan, Party owner, Party madeBy) {
        if (Escalation.to(plan == null ? null : plan.supervisor(), owner, madeBy) == null) {
            throw new Problem(
                    PromiseProblem.NOBODY,
                    "Nobody by name would hear of it before it is broken: name an agent as its owner, or a supervisor "
                            + "in the queue's plan");
        }
    }

    /** In the database's precision: what lists go on by comes back equal. */
    Window window(Instant from, Instant until, Instant now) {
        Instant begin = from == null || from.isBefore(now) ? now : from;
        if (!until.isAfter(begin)) {
            throw new Problem(CommonProblem.INVALID, "The window ends before it begins, or has passed")
                    .with("field", "until");
        }
        if (until.isAfter(now.plus(config.horizon()))) {
            throw new Problem(CommonProblem.INVALID, "Nobody can promise that far ahead").with("field", "until");
        }
        return new Window(begin.truncatedTo(ChronoUnit.MICROS), until.truncatedTo(ChronoUnit.MICROS));
    }

    /** The same for another time. */
    Uni<Promise> again(Promise promise, Window to, UUID message, Instant now) {
        return make(promise.commitment().moved(promise.id(), to, message, now), promise.owner(), false);
    }
}
