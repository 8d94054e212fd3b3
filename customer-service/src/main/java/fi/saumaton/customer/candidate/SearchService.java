/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.candidate;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.matching.Frequencies;
import fi.saumaton.customer.matching.Scorer;
import fi.saumaton.customer.person.PersonService;
import fi.saumaton.kit.tx.Transactions;

/**
 * Looks for people similar to those whose details have changed, a few seconds after the change, on every replica at once.
 * A run over all is the same with everybody marked as changed.
 */
@ApplicationScoped
class SearchService {
    /** As long as nobody has been counted: the more people there are, the more of them are alike by chance. */
    private static final long ASSUMED = 10_000;

    /** How long a count serves: each replica's turn comes once a day, at an hour of its own. */
    private static final Duration COUNTED = Duration.ofHours(12);

    private final Transactions transactions;
    private final KeyRepository keys;
    private final CandidateRepository candidates;
    private final ModelRepository models;
    private final PersonService people;
    private final IdentityService identities;
    private final MatchingConfig config;
    private final Clock clock;

    SearchService(
            Transactions transactions,
            KeyRepository keys,
            CandidateRepository candidates,
            ModelRepository models,
            PersonService people,
            IdentityService identities,
            MatchingConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.keys = keys;
        this.candidates = candidates;
        this.models = models;
        this.people = people;
        this.identities = identities;
        this.config = config;
        this.clock = clock;
    }

    @Scheduled(every = "${customer.matching.every:PT2S}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return Uni.createFrom()
                .deferred(this::round)
                .repeat()
                .whilst(looked -> looked == config.batch())
                .onItem()
                .ignoreAsUni();
    }

    /** @return how many were looked at; fewer than could have been when nobody is left */
    private Uni<Integer> round() {
        return transactions.write(() -> keys.take(config.batch())
                .call(changed -> changed.isEmpty() ? Uni.createFrom().voidItem() : search(changed))
                .map(List::size));
    }

    @Scheduled(
            every = "${customer.matching.count-every:PT24H}",
            delayed = "PT10M",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> count() {
        var now = clock.instant();
        return transactions.write(() -> keys.countUnlessSince(now.minus(COUNTED), now));
    }

    /** Marks everybody as changed, and counts how common values are. */
    Uni<Integer> runOverAll() {
        return transactions.write(() -> keys.count(clock.instant()).chain(() -> keys.markAll(clock.instant())));
    }

    private Uni<Void> search(List<UUID> changed) {
        var search = new Search();
        return identities.survivors(changed).chain(survivors -> {
            Set<UUID> concerned = new HashSet<>(changed);
            concerned.addAll(survivors.values());
            var looked = Set.copyOf(survivors.values());
            return people.people(looked)
                    .invoke(search::know)
                    .chain(() -> keys.replace(concerned, search.keys()))
                    .chain(() -> keys.neighbours(looked))
                    .invoke(search::compare)
                    .chain(() -> people.people(search.unknown()))
                    .invoke(search::know)
                    .chain(() -> keys.frequencies(search.values()))
                    .chain(frequencies -> score(List.copyOf(concerned), search, frequencies));
        });
    }

    private Uni<Void> score(List<UUID> concerned, Search search, Frequencies frequencies) {
        return models.newest().chain(weights -> {
            var scorer = new Scorer(weights, frequencies, Math.max(frequencies.people(), ASSUMED));
            return candidates.replace(concerned, search.found(scorer, config.confirm()), clock.instant());
        });
    }
}
