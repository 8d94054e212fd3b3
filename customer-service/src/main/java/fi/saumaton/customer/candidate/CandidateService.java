/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;

import fi.saumaton.customer.candidate.CandidateRepository.Pair;
import fi.saumaton.customer.candidate.CandidateView.Decision;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.identity.LinkService;
import fi.saumaton.customer.identity.PartingService;
import fi.saumaton.customer.matching.Person;
import fi.saumaton.customer.matching.Training;
import fi.saumaton.customer.matching.Weights;
import fi.saumaton.customer.person.PersonService;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Candidates as people decide about them, and what is learned from the company's own data. */
@ApplicationScoped
class CandidateService {
    private static final int FEW = 200;
    private static final int ENOUGH = 50_000;
    private static final int AT_ONCE = 5_000;

    private final Transactions transactions;
    private final CandidateRepository candidates;
    private final ModelRepository models;
    private final LinkService links;
    private final PartingService partings;
    private final IdentityService identities;
    private final PersonService people;
    private final MatchingConfig config;
    private final Vertx vertx;
    private final Clock clock;

    CandidateService(
            Transactions transactions,
            CandidateRepository candidates,
            ModelRepository models,
            LinkService links,
            PartingService partings,
            IdentityService identities,
            PersonService people,
            MatchingConfig config,
            Vertx vertx,
            Clock clock) {
        this.transactions = transactions;
        this.candidates = candidates;
        this.models = models;
        this.links = links;
        this.partings = partings;
        this.identities = identities;
        this.people = people;
        this.config = config;
        this.vertx = vertx;
        this.clock = clock;
    }

    /** @param customerId any id of a customer, null for everybody's */
    Uni<Page<CandidateView>> page(String state, UUID customerId, int limit, String after) {
        var cursor = Cursor.parse(after);
        double below = cursor == null ? 2 : probability(cursor);
        var belowId = cursor == null ? new UUID(0, 0) : cursor.uuid(1);
        return transactions.read(() -> survivor(customerId)
                .chain(survivor -> candidates.page(state, survivor, below, belowId, limit + 1, config.automatic()))
                .map(rows -> Page.of(
                        rows, limit, view -> Cursor.of(Double.toString(view.probability()), view.candidateId()))));
    }

    private static double probability(Cursor cursor) {
        try {
            return Double.parseDouble(cursor.text(0));
        } catch (NumberFormatException otherList) {
            throw new Problem(CommonProblem.INVALID, "The cursor is not one of this list").with("parameter", "after");
        }
    }

    private Uni<UUID> survivor(UUID customerId) {
        return customerId == null
                ? Uni.createFrom().nullItem()
                : identities
                        .survivor(customerId)
                        .map(survivor -> survivor.orElseThrow(
                                () -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer.")));
    }

    /** They are one person: links them, unless something speaks against it. */
    Uni<Decision> confirm(UUID id, boolean override, String by, String reason) {
        return transactions.write(() -> require(id)
                .chain(pair -> candidates
                        .decide(id, "confirmed", by, reason, clock.instant())
                        .chain(() -> links.link(pair.one(), pair.other(), override, by, reason))
                        .map(change -> new Decision(id, "confirmed", change.customerIds()))));
    }

    /**
     * They are two: this pair is not shown again.
     *
     * @param different whether they are marked as different people besides, so that no evidence links them either
     */
    Uni<Decision> reject(UUID id, boolean different, String by, String reason) {
        return transactions.write(() -> require(id)
                .chain(pair -> candidates
                        .decide(id, "rejected", by, reason, clock.instant())
                        .chain(() -> different
                                ? partings.differ(pair.one(), pair.other(), by, reason)
                                        .map(LinkService.Change::customerIds)
                                : Uni.createFrom().item(List.of(pair.one(), pair.other())))
                        .map(customers -> new Decision(id, "rejected", customers))));
    }

    private Uni<Pair> require(UUID id) {
        return candidates
                .require(id)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such candidate."))
                .invoke(pair -> {
                    if (!pair.state().equals("open")) {
                        throw new Problem(CandidateProblem.DECIDED, "Somebody has decided about it already.")
                                .with("state", pair.state());
                    }
                });
    }

    /** What was learned, or is used as long as nothing was. */
    record Model(Weights weights, int people) {}

    Uni<Weights> weights() {
        return transactions.read(models::newest);
    }

    /** Learns from the people there are, on a thread of its own; nobody has to say who is who. */
    Uni<Model> train(String by) {
        return transactions
                .read(() -> collect(new ArrayList<>(), new UUID(0, 0)))
                .invoke(all -> {
                    if (all.size() < FEW) {
                        throw new Problem(CandidateProblem.NOT_ENOUGH_PEOPLE, "There is too little to learn from.")
                                .with("people", all.size())
                                .with("needed", FEW);
                    }
                })
                .chain(all -> vertx.executeBlocking(
                        () -> new Model(new Training(all, Weights.defaults()).learn(), all.size())))
                .call(model -> transactions.write(
                        () -> models.save(Ids.next(), model.weights(), model.people(), by, clock.instant())));
    }

    private Uni<List<Person>> collect(List<Person> all, UUID after) {
        return people.peopleAfter(after, AT_ONCE).chain(next -> {
            all.addAll(next.values());
            return next.size() < AT_ONCE || all.size() >= ENOUGH
                    ? Uni.createFrom().item(all)
                    : collect(all, all.getLast().id());
        });
    }

    /** Back to the defaults. */
    Uni<Void> forget() {
        return transactions.write(models::forget).replaceWithVoid();
    }
}
