/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.IdempotencyKeys;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.web.Version;

/** What people and partners do with promises; each change and what others are told of it is one transaction. */
@ApplicationScoped
class PromiseService {
    private final Transactions transactions;
    private final PromiseRepository promises;
    private final PromiseList lists;
    private final Making making;
    private final IdempotencyKeys keys;
    private final Outbox outbox;
    private final Clock clock;

    PromiseService(
            Transactions transactions,
            PromiseRepository promises,
            PromiseList lists,
            Making making,
            IdempotencyKeys keys,
            Outbox outbox,
            Clock clock) {
        this.transactions = transactions;
        this.promises = promises;
        this.lists = lists;
        this.making = making;
        this.keys = keys;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Which promise, as seen by whom, and in which version. */
    record Target(UUID id, Asker by, String ifMatch) {}

    Uni<PromiseView> make(PromiseRequests.Made asked, Asker by, String key) {
        String caller = by.party().id();
        return transactions.write(() -> keys.once(
                caller,
                key,
                asked,
                PromiseView.class,
                () -> making.make(asked, by, clock.instant()).chain(this::begin).map(PromiseView::of)));
    }

    /** Stores a new one, and tells of it unless it is a draft. */
    Uni<Promise> begin(Promise promise) {
        return promises.save(List.of(promise))
                .chain(() ->
                        promise.state() == PromiseState.DRAFT ? Uni.createFrom().voidItem() : told(promise))
                .replaceWith(promise);
    }

    private Uni<Void> told(Promise made) {
        return outbox.append(
                PromiseEvent.of(Happening.MADE, made, made.commitment().madeAt()));
    }

    Uni<PromiseView> find(UUID id, Asker by) {
        return transactions.read(() -> promises.find(id)).map(found -> PromiseView.of(visible(found, by)));
    }

    Uni<Page<PromiseView>> list(PromiseList.Filter filter, Asker by, String after, int limit) {
        String organisation = by.organisation().equals(Asker.OWN) ? null : by.organisation();
        return transactions
                .read(() -> lists.page(filter, organisation, Cursor.parse(after), limit + 1))
                .map(found -> Page.of(found, limit, last -> Cursor.of(last.until(), last.id()))
                        .map(PromiseView::of));
    }

    Uni<PromiseView> confirm(Target target) {
        Instant now = clock.instant();
        return change(target, promise -> {
            making.window(promise.commitment().window().from(), promise.until(), now);
            return making.deadlines(promise, now)
                    .map(deadlines -> new Change(promise.confirmed(deadlines), Happening.MADE));
        });
    }

    Uni<PromiseView> keep(Target target, PromiseRequests.Kept kept) {
        Instant now = clock.instant();
        return change(target, promise -> {
            Evidence evidence = new Evidence(
                    kept.kind(),
                    at(kept, promise, now),
                    kept.ref(),
                    kept.outcome(),
                    target.by().party(),
                    now);
            return done(promise.kept(evidence, now), Happening.KEPT);
        });
    }

    /** A contact lies between the promise and now. */
    private static Instant at(PromiseRequests.Kept kept, Promise promise, Instant now) {
        Instant at = kept.at() == null ? now : kept.at();
        if (at.isAfter(now) || at.isBefore(promise.commitment().madeAt())) {
            throw new Problem(CommonProblem.INVALID, "The contact was not between the promise and now")
                    .with("field", "at");
        }
        return at;
    }

    Uni<PromiseView> attempt(Target target) {
        return change(target, promise -> done(promise.tried(), null));
    }

    Uni<PromiseView> cancel(Target target, PromiseRequests.Cancelled asked) {
        return change(target, promise -> {
            Promise after = promise.cancelled("customer-asked", asked.note(), clock.instant());
            return done(after, promise.state() == PromiseState.DRAFT ? null : Happening.CANCELLED);
        });
    }

    Uni<PromiseView> admit(Target target, PromiseRequests.Broken broken) {
        return change(
                target,
                promise -> done(promise.broken(broken.cause(), broken.note(), clock.instant()), Happening.BROKEN));
    }

    Uni<PromiseView> handOver(Target target, Party to) {
        return change(
                target,
                promise -> making.make(promise.commitment(), to, false)
                        .map(checked -> new Change(promise.handedOver(to), Happening.HANDED_OVER)));
    }

    /** Ends this one and makes the one in its place; gives the new one. */
    Uni<PromiseView> move(Target target, PromiseRequests.Moved asked) {
        Instant now = clock.instant();
        return transactions.write(() -> locked(target)
                .chain(promise -> making.again(
                                promise, making.window(asked.from(), asked.until(), now), asked.messageId(), now)
                        .chain(successor ->
                                store(done(promise, successor, asked, now)).replaceWith(PromiseView.of(successor)))));
    }

    private static List<Change> done(Promise promise, Promise successor, PromiseRequests.Moved asked, Instant now) {
        Promise moved = possible(() -> promise.moved(successor.id(), asked.note(), now));
        return List.of(new Change(moved, Happening.MOVED), new Change(successor, Happening.MADE));
    }

    /** @param told null when others need not hear of it */
    private record Change(Promise after, Happening told) {}

    private static Uni<Change> done(Promise after, Happening told) {
        return Uni.createFrom().item(new Change(after, told));
    }

    private Uni<PromiseView> change(Target target, Function<Promise, Uni<Change>> step) {
        return transactions.write(() -> locked(target)
                .chain(promise -> possible(() -> step.apply(promise)))
                .onFailure(ImpossibleStepException.class)
                .transform(PromiseService::impossible)
                .call(change -> store(List.of(change)))
                .map(change -> PromiseView.of(change.after())));
    }

    private Uni<Promise> locked(Target target) {
        return promises.lock(target.id()).map(found -> {
            Promise promise = visible(found, target.by());
            if (target.ifMatch() != null) {
                Version.check(target.ifMatch(), promise.version());
            }
            return promise;
        });
    }

    private Uni<Void> store(List<Change> changes) {
        Instant now = clock.instant();
        List<OutgoingEvent> events = new ArrayList<>();
        changes.stream()
                .filter(change -> change.told() != null)
                .forEach(change -> events.add(PromiseEvent.of(change.told(), change.after(), now)));
        return promises.save(changes.stream().map(Change::after).toList()).chain(() -> outbox.append(events));
    }

    /** Somebody else's is not there. */
    private static Promise visible(Promise promise, Asker by) {
        if (promise == null || !by.maySee(promise)) {
            throw new Problem(CommonProblem.NOT_FOUND, "There is no such promise");
        }
        return promise;
    }

    private static <T> T possible(java.util.function.Supplier<T> step) {
        try {
            return step.get();
        } catch (ImpossibleStepException e) {
            throw impossible(e);
        }
    }

    private static Problem impossible(Throwable e) {
        return new Problem(PromiseProblem.IMPOSSIBLE, "The promise is in a state in which this cannot be done")
                .with("state", ((ImpossibleStepException) e).state().toString());
    }
}
