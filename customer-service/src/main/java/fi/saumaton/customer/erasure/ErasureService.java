/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.erasure.ErasureRepository.Erasure;
import fi.saumaton.customer.erasure.ErasureRepository.Part;
import fi.saumaton.kit.event.OutgoingEvent;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.outbox.Outbox;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/**
 * Erases a person in one transaction: what is here, the tombstones, and the event by which the others do the same. Whoever
 * was writing about the person at that very moment fails on the missing rows and looks again, or is removed by the second
 * pass.
 */
@ApplicationScoped
public class ErasureService {
    private static final Logger LOG = Logger.getLogger(ErasureService.class);

    private final Transactions transactions;
    private final ErasureRepository erasures;
    private final DeletionRepository deletions;
    private final Outbox outbox;
    private final ErasureConfig config;
    private final String self;
    private final Clock clock;

    ErasureService(
            Transactions transactions,
            ErasureRepository erasures,
            DeletionRepository deletions,
            Outbox outbox,
            ErasureConfig config,
            @ConfigProperty(name = "quarkus.application.name") String self,
            Clock clock) {
        this.transactions = transactions;
        this.erasures = erasures;
        this.deletions = deletions;
        this.outbox = outbox;
        this.config = config;
        this.self = self;
        this.clock = clock;
    }

    /** Who asks for it, and why. */
    record Request(String reason, String by, String byName) {}

    /** Erases the customer; who has been erased before is left at that. */
    Uni<ErasureProof> erase(UUID customerId, Request request) {
        return transactions.write(() -> erasures.lock(customerId)
                .chain(survivor -> survivor == null ? former(customerId) : bury(survivor, request))
                .chain(this::proof));
    }

    private Uni<Erasure> former(UUID customerId) {
        return erasures.of(customerId)
                .map(found ->
                        found.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer.")));
    }

    private Uni<Erasure> start(UUID survivor, Request request) {
        var erasure = new Erasure(
                Ids.next(), survivor, request.reason(), request.by(), request.byName(), clock.instant(), null);
        return erasures.add(erasure).replaceWith(erasure);
    }

    private Uni<Erasure> bury(UUID survivor, Request request) {
        return start(survivor, request)
                .call(erasure -> deletions
                        .subjects(survivor)
                        .call(subjects -> erasures.bury(erasure, subjects))
                        .call(subjects -> remove(erasure.id(), subjects))
                        .call(subjects -> outbox.append(event(erasure, subjects)))
                        .invoke(() -> LOG.infof("Customer %s was erased", survivor)));
    }

    private Uni<Void> remove(UUID erasureId, Subjects subjects) {
        return deletions
                .delete(subjects)
                .chain(removed -> erasures.addPart(erasureId, new Part(self, removed, true, clock.instant())));
    }

    private static OutgoingEvent event(Erasure erasure, Subjects subjects) {
        return OutgoingEvent.of(
                ErasureEvent.ERASED,
                erasure.customerId(),
                erasure.requestedAt(),
                new ErasureEvent.Erased(
                        erasure.id(),
                        erasure.customerId(),
                        subjects.customers(),
                        subjects.conversations(),
                        subjects.issues(),
                        erasure.requestedAt()));
    }

    /** Notes what other services removed. Joins the consumer's transaction. */
    public Uni<Void> answered(List<ErasureEvent.Answered> answers) {
        var chain = Uni.createFrom().voidItem();
        for (var answer : answers) {
            chain = chain.chain(() -> erasures.addPart(
                    answer.erasureId(),
                    new Part(answer.service(), answer.removed(), answer.settled(), answer.answeredAt())));
        }
        return chain;
    }

    Uni<ErasureProof> proof(UUID erasureId) {
        return transactions.read(() -> erasures.find(erasureId)
                .map(found -> found.orElseThrow(
                        () -> new Problem(CommonProblem.NOT_FOUND, "There has been no such erasure.")))
                .chain(this::proof));
    }

    private Uni<ErasureProof> proof(Erasure erasure) {
        List<String> services = new ArrayList<>(config.services());
        services.add(self);
        return erasures.parts(erasure.id())
                .map(parts -> ErasureProof.of(erasure, parts, services, config.topics(), config.handles()));
    }

    /** Removes what was being written while somebody was erased; true when there may be more to do. */
    Uni<Boolean> sweep() {
        var due = clock.instant().minus(config.secondPass());
        return transactions.write(() -> erasures.unswept(due)
                .call(found -> found.map(this::sweep).orElse(Uni.createFrom().voidItem()))
                .map(Optional::isPresent));
    }

    private Uni<Void> sweep(Erasure erasure) {
        return erasures.buried(erasure.id())
                .chain(deletions::delete)
                .chain(removed -> removed.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : erasures.addPart(erasure.id(), new Part(self, removed, true, clock.instant())))
                .chain(() -> erasures.swept(erasure.id(), clock.instant()));
    }
}
