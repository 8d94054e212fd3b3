/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.consent;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** What customers have agreed to. */
@ApplicationScoped
public class ConsentService {
    private final Transactions transactions;
    private final ConsentRepository consents;
    private final Clock clock;

    ConsentService(Transactions transactions, ConsentRepository consents, Clock clock) {
        this.transactions = transactions;
        this.consents = consents;
        this.clock = clock;
    }

    /** Who puts a word on record. */
    record Recorder(String id, String name) {}

    /** Where a customer stands with every purpose. @param at null for now */
    public Uni<ConsentState.All> at(UUID customerId, Instant at) {
        var moment = at == null ? clock.instant() : at;
        return transactions.read(() -> require(customerId)
                .chain(() -> consents.purposes())
                .chain(purposes -> consents.said(customerId)
                        .map(said -> new ConsentState.All(
                                moment,
                                purposes.stream()
                                        .map(purpose -> ConsentRule.state(said, purpose, moment))
                                        .toList()))));
    }

    /** Every word, newest first. */
    public Uni<List<ConsentEntry>> history(UUID customerId) {
        return transactions.read(() -> require(customerId).chain(() -> consents.said(customerId)));
    }

    /** Puts on record what the customer said; saying the same again changes nothing. */
    Uni<ConsentState> say(UUID customerId, String purpose, ConsentRequest request, Recorder recorder) {
        var now = clock.instant();
        var at = request.at() == null ? now : request.at();
        if (at.isAfter(now)) {
            throw new Problem(CommonProblem.INVALID, "The customer can't have said it in the future.")
                    .with("field", "at");
        }
        return transactions.write(() -> consents.lock(customerId)
                .onItem()
                .ifNull()
                .failWith(ConsentService::unknownCustomer)
                .chain(() -> known(purpose))
                .chain(known -> consents.said(customerId)
                        .chain(said -> add(customerId, known, said, request, at, now, recorder))
                        .chain(() -> consents.said(customerId))
                        .map(said -> ConsentRule.state(said, known, now))));
    }

    private Uni<Void> add(
            UUID customerId,
            ConsentRule.Purpose purpose,
            List<ConsentEntry> said,
            ConsentRequest request,
            Instant at,
            Instant now,
            Recorder recorder) {
        var wording = request.wording() == null ? purpose.wording() : request.wording();
        if (ConsentRule.repeats(said, purpose.name(), request.given(), wording, at)) {
            return Uni.createFrom().voidItem();
        }
        return consents.add(
                customerId,
                new ConsentEntry(
                        Ids.next(),
                        purpose.name(),
                        request.given(),
                        at,
                        now,
                        request.source(),
                        request.evidence(),
                        wording,
                        recorder.id(),
                        recorder.name()));
    }

    private Uni<ConsentRule.Purpose> known(String purpose) {
        return consents.purposes()
                .map(all -> all.stream()
                        .filter(one -> one.name().equals(purpose))
                        .findFirst()
                        .orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such purpose.")));
    }

    private Uni<Void> require(UUID customerId) {
        return consents.exists(customerId)
                .invoke(there -> {
                    if (!there) {
                        throw unknownCustomer();
                    }
                })
                .replaceWithVoid();
    }

    private static Problem unknownCustomer() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such customer.");
    }
}
