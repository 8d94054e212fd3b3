/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.failure.FailureKind;

/**
 * After a turn that failed for another reason than missing infrastructure: everything is applied by itself, and what
 * fails alone is set aside, so that one input nobody foresaw does not stop all routing.
 */
@ApplicationScoped
class CarefulTurns {

    private final TurnService turns;
    private final BlameService blame;
    private final RoutingMetrics metrics;

    CarefulTurns(TurnService turns, BlameService blame, RoutingMetrics metrics) {
        this.turns = turns;
        this.blame = blame;
        this.metrics = metrics;
    }

    Uni<Void> take(List<Command> commands) {
        return repeat(Portion.oneTimer(), blame::timer, Portion.LIMIT)
                .chain(() -> repeat(Portion.oneInput(), blame::input, Portion.LIMIT))
                .onFailure()
                .invoke(failure -> commands.forEach(command -> command.fail(failure)))
                .chain(() -> each(commands));
    }

    private interface Culprit {
        Uni<Void> setAside(Throwable failure);
    }

    private Uni<Void> repeat(Portion portion, Culprit culprit, int left) {
        if (left == 0) {
            return Uni.createFrom().voidItem();
        }
        return turn(portion)
                .onFailure(CarefulTurns::isNoOutage)
                .recoverWithUni(failure -> culprit.setAside(failure).replaceWith(true))
                .chain(more -> more
                        ? repeat(portion, culprit, left - 1)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Boolean> turn(Portion portion) {
        return turns.take(portion)
                .invoke(metrics::taken)
                .map(turn -> !turn.entries().isEmpty());
    }

    private Uni<Void> each(List<Command> commands) {
        Uni<Void> all = Uni.createFrom().voidItem();
        for (Command command : commands) {
            Supplier<Uni<? extends Void>> one = () -> alone(command);
            all = all.chain(one);
        }
        return all;
    }

    private Uni<Void> alone(Command command) {
        return turns.take(Portion.one(command))
                .invoke(metrics::taken)
                .invoke(turn -> command.answer(turn.verdicts(1).getFirst()))
                .onFailure()
                .recoverWithItem(failure -> {
                    command.fail(failure);
                    return null;
                })
                .replaceWithVoid();
    }

    private static boolean isNoOutage(Throwable failure) {
        return FailureKind.of(failure) != FailureKind.INFRASTRUCTURE;
    }
}
