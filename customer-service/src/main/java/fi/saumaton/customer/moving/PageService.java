/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.SourcePage;
import fi.saumaton.customer.moving.source.SourceTrouble;
import fi.saumaton.kit.failure.FailureKind;
import fi.saumaton.kit.tx.Transactions;

/**
 * Takes the next page of an import: under a lease that any replica may get, read outside of any transaction, written in one
 * together with the place behind it.
 */
@ApplicationScoped
class PageService {
    private static final Logger LOG = Logger.getLogger(PageService.class);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final Transactions transactions;
    private final JobRepository jobs;
    private final FindingRepository findings;
    private final SeenRepository seen;
    private final PageWriter writer;
    private final SyncService sync;
    private final MovingConfig config;
    private final Clock clock;
    private final Map<String, Source> sources;

    PageService(
            Transactions transactions,
            JobRepository jobs,
            FindingRepository findings,
            SeenRepository seen,
            PageWriter writer,
            SyncService sync,
            MovingConfig config,
            Clock clock,
            @Any Instance<Source> sources) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.findings = findings;
        this.seen = seen;
        this.writer = writer;
        this.sync = sync;
        this.config = config;
        this.clock = clock;
        this.sources = sources.stream().collect(Collectors.toMap(Source::system, Function.identity()));
    }

    /** Somebody else has gone on meanwhile, or it was cancelled: what was read is of no use. */
    private static final class LeaseLost extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes back what a dry run has written. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient List<Finding> findings;

        TakenBack(List<Finding> findings) {
            super(null, null, false, false);
            this.findings = findings;
        }
    }

    /** An import whose next page is ours to take. */
    private record Turn(ImportJob job, UUID lease, Instant since) {}

    Optional<Source> source(String system) {
        return Optional.ofNullable(sources.get(system));
    }

    List<String> systems() {
        return sources.keySet().stream().sorted().toList();
    }

    /** @return how long to rest before the next one; empty when there is nothing to do */
    Uni<Optional<Duration>> step() {
        var now = clock.instant();
        var lease = UUID.randomUUID();
        return transactions
                .write(() -> jobs.claim(lease, now.plus(config.lease()), now))
                .chain(claimed -> claimed.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : take(new Turn(claimed.get(), lease, now)).map(Optional::of));
    }

    private Uni<Duration> take(Turn turn) {
        if (turn.job().telling()) {
            return tell(turn);
        }
        var source = sources.get(turn.job().system());
        return count(turn, source)
                .chain(job -> source.page(job.reading())
                        .chain(page -> write(new Turn(job, turn.lease(), turn.since()), page)))
                .onFailure()
                .recoverWithUni(failure -> trouble(turn, failure));
    }

    private Uni<Duration> tell(Turn turn) {
        var next = clock.instant().plus(config.followEvery());
        return sync.tell(turn.job())
                .chain(() -> transactions.write(
                        () -> held(turn).chain(() -> jobs.around(turn.job().id(), config.followOverlap(), next))))
                .replaceWith(Duration.ZERO)
                .onFailure()
                .recoverWithUni(failure -> trouble(turn, failure));
    }

    private Uni<ImportJob> count(Turn turn, Source source) {
        if (turn.job().counted()) {
            return Uni.createFrom().item(turn.job());
        }
        Uni<Long> total = Uni.createFrom().item(0L);
        for (var what : turn.job().what()) {
            total = total.chain(sum -> source.count(turn.job().reading(what))
                    .map(count -> sum == null || count == null ? null : Long.valueOf(sum + count)));
        }
        return total.chain(sum ->
                transactions.write(() -> jobs.counted(turn.job().id(), sum)
                        .chain(() -> jobs.find(turn.job().id(), false))
                        .map(found -> found.orElseThrow(LeaseLost::new))));
    }

    /** What the database stumbles over is found by writing the page's records one by one. */
    private Uni<Duration> write(Turn turn, SourcePage page) {
        var from = clock.instant();
        return findings(turn, page)
                .onFailure(failure ->
                        !(failure instanceof LeaseLost) && FailureKind.of(failure) != FailureKind.INFRASTRUCTURE)
                .recoverWithUni(failure -> oneByOne(turn, page))
                .chain(found -> found.advanced()
                        ? Uni.createFrom().item(rest(from))
                        : transactions.write(() -> held(turn)
                                .chain(() -> told(turn.job(), page, found.findings()))
                                .chain(told -> advance(turn, page, told, from))));
    }

    /** @param advanced whether the import has moved on behind them already */
    private record Found(List<Finding> findings, boolean advanced) {}

    private Uni<Found> findings(Turn turn, SourcePage page) {
        if (turn.job().dryRun()) {
            return dry(turn, page).map(found -> new Found(found, false));
        }
        var from = clock.instant();
        return transactions.write(() -> held(turn)
                .chain(() -> writer.write(turn.job(), page))
                .call(found -> advance(turn, page, found, from))
                .map(found -> new Found(found, true)));
    }

    private Uni<List<Finding>> dry(Turn turn, SourcePage page) {
        return transactions
                .<List<Finding>>write(() -> writer.write(turn.job(), page).map(found -> {
                    throw new TakenBack(found);
                }))
                .onFailure(TakenBack.class)
                .recoverWithItem(taken -> taken.findings);
    }

    private Uni<List<Finding>> told(ImportJob job, SourcePage page, List<Finding> found) {
        return job.dryRun()
                ? writer.remember(job, page, found)
                : Uni.createFrom().item(found);
    }

    private Uni<Void> held(Turn turn) {
        return jobs.hold(turn.job().id(), turn.lease())
                .invoke(ours -> {
                    if (!ours) {
                        throw new LeaseLost();
                    }
                })
                .replaceWithVoid();
    }

    private Uni<Duration> advance(Turn turn, SourcePage page, List<Finding> found, Instant from) {
        var job = turn.job();
        Map<String, Long> outcomes = new TreeMap<>();
        found.forEach(one -> outcomes.merge(one.kind() + "." + one.outcome().code(), 1L, Long::sum));
        var step = job.after(page, outcomes);
        var now = clock.instant();
        var rest = rest(from);
        return findings.add(job.id(), found.stream().filter(Finding::notable).toList())
                .chain(() -> step.last() && job.dryRun()
                        ? seen.forget(job.id())
                        : Uni.createFrom().voidItem())
                .chain(() -> jobs.advance(
                        job.id(), step, Duration.between(turn.since(), now).plus(rest), now.plus(rest), now))
                .chain(() -> step.last() && job.follow()
                        ? jobs.around(job.id(), config.followOverlap(), now.plus(config.followEvery()))
                        : Uni.createFrom().voidItem())
                .replaceWith(rest);
    }

    private Duration rest(Instant from) {
        double share = Math.clamp(config.share(), 0.01, 1);
        var busy = Duration.between(from, clock.instant());
        var rest = Duration.ofMillis((long) (busy.toMillis() * (1 - share) / share));
        return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    }

    private Uni<Found> oneByOne(Turn turn, SourcePage page) {
        List<Finding> all = new ArrayList<>();
        page.unreadable().forEach(one -> all.add(Finding.refused("record", one.place(), one.reason())));
        var done = Uni.createFrom().voidItem();
        for (var contact : page.contacts()) {
            var alone = new SourcePage(List.of(contact), List.of(), List.of(), null, null);
            done = done.chain(() -> alone(turn, alone, Finding.CONTACT, contact.id(), all));
        }
        for (var ticket : page.tickets()) {
            var alone = new SourcePage(List.of(), List.of(ticket), List.of(), null, null);
            done = done.chain(() -> alone(turn, alone, Finding.TICKET, ticket.id(), all));
        }
        return done.replaceWith(new Found(all, false));
    }

    private Uni<Void> alone(Turn turn, SourcePage page, String kind, String externalId, List<Finding> all) {
        var written = turn.job().dryRun()
                ? dry(turn, page)
                : transactions.write(() -> held(turn).chain(() -> writer.write(turn.job(), page)));
        return written.onFailure(failure ->
                        !(failure instanceof LeaseLost) && FailureKind.of(failure) != FailureKind.INFRASTRUCTURE)
                .recoverWithItem(failure -> {
                    LOG.warnf(
                            "A %s of an import can't be stored: %s",
                            kind, failure.getClass().getName());
                    return List.of(Finding.refused(kind, externalId, "not-storable"));
                })
                .invoke(all::addAll)
                .replaceWithVoid();
    }

    private Uni<Duration> trouble(Turn turn, Throwable failure) {
        var job = turn.job();
        if (failure instanceof LeaseLost) {
            return Uni.createFrom().item(Duration.ZERO);
        }
        var now = clock.instant();
        var trouble = failure instanceof SourceTrouble known ? known : null;
        if (trouble == null) {
            LOG.warnf(
                    "A page of import %s failed: %s",
                    job.id(), failure.getClass().getName());
        }
        var said = trouble == null ? "Something is wrong here." : trouble.getMessage();
        boolean asked = trouble != null && trouble.retryAfter() != null;
        int attempts = asked ? job.attempts() : job.attempts() + 1;
        boolean given = trouble != null && !trouble.passes() || attempts >= config.attempts() && job.since() == null;
        var wait = asked ? trouble.retryAfter() : backOff(attempts);
        return transactions
                .write(() -> given
                        ? jobs.fail(job.id(), turn.lease(), said, now)
                        : jobs.wait(job.id(), turn.lease(), said, attempts, now.plus(wait)))
                .replaceWith(Duration.ZERO);
    }

    private static Duration backOff(int attempts) {
        var wait = Duration.ofSeconds(1L << Math.min(attempts, 10));
        return wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait;
    }
}
