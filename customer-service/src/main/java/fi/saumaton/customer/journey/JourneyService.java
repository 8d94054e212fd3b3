/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.picture.Picture;
import fi.saumaton.customer.picture.PictureService;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Says where customers stand, and keeps the history of it. */
@ApplicationScoped
class JourneyService {
    private static final Logger LOG = Logger.getLogger(JourneyService.class);

    /** Longer than a stop of the service; what was missed by then is found by {@code refresh}. */
    private static final Duration TOUCHED = Duration.ofDays(1);

    private final Transactions transactions;
    private final PictureService pictures;
    private final JourneyRepository journeys;
    private final StageRule stages;
    private final RiskRule risks;
    private final JourneyConfig config;
    private final Clock clock;

    JourneyService(
            Transactions transactions,
            PictureService pictures,
            JourneyRepository journeys,
            RulesService rules,
            JourneyConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.pictures = pictures;
        this.journeys = journeys;
        this.stages = new StageRule(rules.judge());
        this.risks = new RiskRule(rules.judge());
        this.config = config;
        this.clock = clock;
    }

    /** A customer judged by the newest rules. */
    private record Judged(Picture picture, int rulesVersion, List<Standing> history, Risk risk, StageRule.Found found) {
        Standing before() {
            return history.isEmpty() ? null : history.getFirst();
        }

        boolean moved() {
            return found != null
                    && (history.isEmpty()
                            || !history.getFirst().stage().equals(found.stage().key()));
        }
    }

    /** By what is known now; the history knows of it when the customer is looked at next. */
    Uni<Journey> journey(UUID customerId) {
        return transactions
                .read(() -> journeys.rules(1).chain(rules -> judge(customerId, rules.getFirst())))
                .map(judged -> {
                    var found = judged.found();
                    var path = judged.picture().touchpoints().stream()
                            .map(Journey.Step::from)
                            .toList()
                            .reversed();
                    return new Journey(
                            judged.picture().customerId(),
                            found == null ? null : found.stage().key(),
                            found == null ? null : found.stage().name(),
                            found == null ? List.of() : found.reasons(),
                            judged.risk(),
                            judged.history(),
                            path);
                });
    }

    /** Looks at those of whom something new is known, and at some not looked at for long. Any replica may. */
    Uni<Void> lookAround() {
        var now = clock.instant();
        return transactions
                .read(() -> journeys.rules(1)
                        .chain(rules -> journeys.due(
                                        now.minus(TOUCHED), now.minus(config.refresh()), config.sweepMost())
                                .map(due -> new Round(rules.getFirst(), due))))
                .chain(round -> Multi.createFrom()
                        .iterable(round.due())
                        .onItem()
                        .transformToUniAndConcatenate(id -> look(id, round.rules()))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private record Round(RulesVersion rules, List<UUID> due) {}

    /** One who can't be looked at, as somebody erased in between, does not stand in the others' way. */
    private Uni<Void> look(UUID customerId, RulesVersion rules) {
        return transactions
                .write(() -> journeys.lock(customerId)
                        .chain(() -> judge(customerId, rules))
                        .chain(this::keep))
                .onFailure()
                .invoke(failure -> LOG.warnf("Customer %s was not looked at: %s", customerId, failure))
                .onFailure()
                .recoverWithUni(() -> transactions.write(() -> journeys.look(customerId, clock.instant())))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> keep(Judged judged) {
        var id = judged.picture().customerId();
        var now = judged.picture().at();
        if (judged.found() == null && judged.before() == null) {
            return journeys.look(id, now);
        }
        if (!judged.moved()) {
            return journeys.stand(id, judged.before(), now);
        }
        var standing = new Standing(judged.found().stage().key(), now);
        return journeys.enter(id, standing, judged.rulesVersion()).chain(() -> journeys.stand(id, standing, now));
    }

    private Uni<Judged> judge(UUID customerId, RulesVersion rules) {
        return pictures.of(customerId)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer."))
                .chain(picture ->
                        journeys.history(picture.customerId()).map(history -> judged(picture, rules, history)));
    }

    private Judged judged(Picture picture, RulesVersion rules, List<Standing> history) {
        var before = history.isEmpty() ? null : history.getFirst();
        var risk = risks.of(rules.content(), picture, before);
        var found = stages.of(rules.content(), picture, before, risk.score()).orElse(null);
        return new Judged(picture, rules.version(), history, risk, found);
    }
}
