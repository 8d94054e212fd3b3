/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.Clause;
import fi.saumaton.customer.picture.ConditionProblem;
import fi.saumaton.customer.picture.Judge;
import fi.saumaton.customer.picture.PictureWords;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps the rules: what can't be evaluated is not accepted, and nothing is ever overwritten. */
@ApplicationScoped
class RuleService {
    private final Transactions transactions;
    private final RuleRepository rules;
    private final Judge judge = new Judge(PictureWords.vocabulary());
    private final Clock clock;

    RuleService(Transactions transactions, RuleRepository rules, Clock clock) {
        this.transactions = transactions;
        this.rules = rules;
        this.clock = clock;
    }

    Judge judge() {
        return judge;
    }

    Uni<List<SuggestionRule>> current() {
        return transactions.read(rules::current);
    }

    Uni<List<SuggestionRule>> versions(String id) {
        return transactions.read(() -> rules.versions(id)).invoke(found -> {
            if (found.isEmpty()) {
                throw new Problem(CommonProblem.NOT_FOUND, "There is no such rule.");
            }
        });
    }

    void check(List<Clause> conditions) {
        var mistakes = judge.mistakes(conditions);
        if (!mistakes.isEmpty()) {
            throw ConditionProblem.of(mistakes);
        }
    }

    /**
     * Adds a version; the same content again adds none.
     *
     * @param expected the version that the caller has seen; null when the rule is new
     */
    Uni<SuggestionRule> save(String id, RuleContent content, Integer expected, String by) {
        check(content.conditions());
        return transactions.write(() -> rules.versions(id).chain(versions -> {
            if (versions.isEmpty()) {
                return expected == null
                        ? add(id, 1, content, by)
                        : Uni.createFrom().failure(changed(0));
            }
            var newest = versions.getFirst();
            if (expected == null) {
                return Uni.createFrom()
                        .failure(new Problem(
                                CommonProblem.PRECONDITION_REQUIRED,
                                "The rule exists: say in If-Match which version."));
            }
            if (expected != newest.version()) {
                return Uni.createFrom().failure(changed(newest.version()));
            }
            return newest.content().equals(content)
                    ? Uni.createFrom().item(newest)
                    : add(id, newest.version() + 1, content, by);
        }));
    }

    private Uni<SuggestionRule> add(String id, int version, RuleContent content, String by) {
        var rule = new SuggestionRule(id, version, content, by, clock.instant());
        return rules.add(rule).map(added -> {
            if (!added) {
                throw changed(version);
            }
            return rule;
        });
    }

    private static Problem changed(int version) {
        return new Problem(CommonProblem.PRECONDITION_FAILED, "The rule has changed meanwhile.")
                .with("version", version);
    }
}
