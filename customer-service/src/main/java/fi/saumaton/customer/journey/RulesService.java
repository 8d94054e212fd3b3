/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.ConditionProblem;
import fi.saumaton.customer.picture.Judge;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps the life cycle's rules, all versions of them. */
@ApplicationScoped
class RulesService {
    private static final int MOST = 100;

    private final Transactions transactions;
    private final JourneyRepository journeys;
    private final Judge judge = new Judge(JourneyWords.vocabulary());
    private final Clock clock;

    RulesService(Transactions transactions, JourneyRepository journeys, Clock clock) {
        this.transactions = transactions;
        this.journeys = journeys;
        this.clock = clock;
    }

    Judge judge() {
        return judge;
    }

    Uni<RulesVersion> newest() {
        return transactions.read(() -> journeys.rules(1)).map(List::getFirst);
    }

    Uni<List<RulesVersion>> versions() {
        return transactions.read(() -> journeys.rules(MOST));
    }

    /** @param expected the version that the caller has seen */
    Uni<RulesVersion> save(JourneyRules rules, int expected, String by) {
        if (!rules.namesAreUnique()) {
            throw new Problem(CommonProblem.INVALID, "Two stages or two terms have the same key.");
        }
        var mistakes = judge.mistakes(rules.clauses());
        if (!mistakes.isEmpty()) {
            throw ConditionProblem.of(mistakes);
        }
        return transactions.write(() -> journeys.rules(1).chain(found -> {
            var newest = found.getFirst();
            if (newest.version() != expected) {
                throw changed(newest.version());
            }
            return newest.content().equals(rules)
                    ? Uni.createFrom().item(newest)
                    : add(new RulesVersion(expected + 1, rules, by, clock.instant()));
        }));
    }

    private Uni<RulesVersion> add(RulesVersion version) {
        return journeys.add(version).map(added -> {
            if (!added) {
                throw changed(version.version());
            }
            return version;
        });
    }

    private static Problem changed(int version) {
        return new Problem(CommonProblem.PRECONDITION_FAILED, "The rules have changed meanwhile.")
                .with("version", version);
    }
}
