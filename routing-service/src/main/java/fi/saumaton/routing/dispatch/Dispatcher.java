/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.dispatch;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

import fi.saumaton.kit.failure.FailureKind;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.trace.Traces;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;
import fi.saumaton.routing.engine.Input;

/**
 * Has turns taken as long as there is something to apply: one at a time in this process, started by whoever stores an
 * input, by commands and by timers. What comes while a turn is under way goes together into the next one, so that load
 * makes turns larger instead of more.
 */
@ApplicationScoped
public class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);
    private static final int MOST_COMMANDS = 200;

    private static final int IDLE = 0;
    private static final int RUNNING = 1;
    private static final int RUNNING_AND_WANTED = 2;

    private final Vertx vertx;
    private final TurnService turns;
    private final CarefulTurns carefulTurns;
    private final RoutingMetrics metrics;
    private final Queue<Command> commands = new ConcurrentLinkedQueue<>();
    private final AtomicInteger state = new AtomicInteger(IDLE);
    private volatile boolean open = true;

    Dispatcher(Vertx vertx, TurnService turns, CarefulTurns carefulTurns, RoutingMetrics metrics) {
        this.vertx = vertx;
        this.turns = turns;
        this.carefulTurns = carefulTurns;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        nudge();
    }

    void stop(@Observes ShutdownEvent event) {
        open = false;
    }

    /** Applies an input after all that is stored, and gives the verdict once it is committed. */
    public Uni<Verdict> submit(Input input) {
        String trace = Traces.current();
        return Uni.createFrom().emitter(sender -> {
            commands.add(Command.of(new Entry(null, Ids.next(), input, trace), sender));
            nudge();
        });
    }

    /** There may be something to apply; returns at once. */
    public void nudge() {
        if (open && state.getAndUpdate(now -> now == IDLE ? RUNNING : RUNNING_AND_WANTED) == IDLE) {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(nothing -> run(context));
        }
    }

    private void run(Context context) {
        round().subscribe().with(more -> ended(context, more), failure -> failed(context, failure));
    }

    private void ended(Context context, boolean more) {
        if (!open) {
            refuseCommands();
        }
        if (!more && state.compareAndSet(RUNNING, IDLE) || !open) {
            return;
        }
        state.set(RUNNING);
        context.runOnContext(nothing -> run(context));
    }

    /** The stored inputs are still there; the look that comes every half a second starts the next round. */
    private void failed(Context context, Throwable failure) {
        LOG.warnf("Routing waits for the database: %s", failure);
        boolean wantedByCommand = !commands.isEmpty();
        state.set(IDLE);
        if (wantedByCommand) {
            nudge();
        }
    }

    /** One turn; whether there may be more to do. */
    private Uni<Boolean> round() {
        List<Command> asked = takeCommands();
        return turns.take(Portion.full(asked))
                .invoke(metrics::taken)
                .invoke(turn -> answer(asked, turn))
                .map(turn -> turn.entries().size() >= Portion.LIMIT)
                .onFailure()
                .recoverWithUni(failure -> afterFailure(asked, failure));
    }

    private List<Command> takeCommands() {
        List<Command> asked = new ArrayList<>();
        Command command = commands.poll();
        while (command != null) {
            asked.add(command);
            command = asked.size() < MOST_COMMANDS ? commands.poll() : null;
        }
        return asked;
    }

    private static void answer(List<Command> asked, Turn turn) {
        List<Verdict> verdicts = turn.verdicts(asked.size());
        for (int n = 0; n < asked.size(); n++) {
            asked.get(n).answer(verdicts.get(n));
        }
    }

    private Uni<Boolean> afterFailure(List<Command> asked, Throwable failure) {
        if (FailureKind.of(failure) == FailureKind.INFRASTRUCTURE) {
            asked.forEach(command -> command.fail(failure));
            return Uni.createFrom().failure(failure);
        }
        LOG.warnf("A turn is taken again input by input: %s", failure);
        return carefulTurns.take(asked).replaceWith(true);
    }

    private void refuseCommands() {
        Command command = commands.poll();
        while (command != null) {
            command.fail(new Problem(CommonProblem.UNAVAILABLE, "The service is stopping"));
            command = commands.poll();
        }
    }
}
