/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.moving.ImportJob.State;
import fi.saumaton.customer.moving.source.Source;
import fi.saumaton.customer.moving.source.TicketSink;
import fi.saumaton.customer.moving.source.What;
import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Cursor;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Imports as people see them: begun, looked at, cancelled, taken up again. */
@ApplicationScoped
class ImportService {
    private static final UUID LAST_ID = new UUID(-1, -1);

    private final Transactions transactions;
    private final JobRepository jobs;
    private final FindingRepository findings;
    private final PageService pages;
    private final MovingConfig config;
    private final Clock clock;

    ImportService(
            Transactions transactions,
            JobRepository jobs,
            FindingRepository findings,
            PageService pages,
            MovingConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.findings = findings;
        this.pages = pages;
        this.config = config;
        this.clock = clock;
    }

    Uni<ImportJob> begin(ImportResource.ImportRequest request, String by, String name) {
        var source = pages.source(request.system())
                .orElseThrow(() -> new Problem(CommonProblem.INVALID, "There is no such system.")
                        .with("field", "system")
                        .with("systems", pages.systems()));
        var job = job(request, source, by, name);
        return source.check(job.reading())
                .chain(() -> transactions.write(() -> jobs.insert(job)).replaceWith(job));
    }

    private ImportJob job(ImportResource.ImportRequest request, Source source, String by, String name) {
        var what = request.what() == null || request.what().isEmpty()
                ? List.of(What.CONTACTS, What.TICKETS)
                : request.what().stream().distinct().sorted().map(What::of).toList();
        if (source.system().equals("csv") && what.size() > 1) {
            throw new Problem(CommonProblem.INVALID, "A CSV file has either contacts or tickets.")
                    .with("field", "what");
        }
        if (!source.ofFile() && request.fileId() != null) {
            throw new Problem(CommonProblem.INVALID, "This system is read over the network.").with("field", "fileId");
        }
        if (request.follow() && (request.dryRun() || !source.tellsChanges())) {
            throw new Problem(CommonProblem.INVALID, "This can't be followed.").with("field", "follow");
        }
        if (request.bothWays() && !(request.follow() && source instanceof TicketSink)) {
            throw new Problem(CommonProblem.INVALID, "This can't be kept in step both ways.").with("field", "bothWays");
        }
        var origin = source.ofFile() ? request.source() : source.system() + "-" + request.source();
        return new ImportJob(
                Ids.next(),
                origin,
                source.system(),
                request.source(),
                what,
                request.fileId(),
                request.columns() == null ? Map.of() : request.columns(),
                request.dryRun(),
                request.follow(),
                request.bothWays(),
                null,
                null,
                State.WAITING,
                by,
                name,
                clock.instant(),
                null,
                null,
                0,
                null,
                false,
                null,
                null,
                0,
                Duration.ZERO,
                Map.of(),
                0,
                null,
                null);
    }

    Uni<ImportJob> get(UUID id) {
        return transactions.read(() -> jobs.find(id, false)).map(found -> found.orElseThrow(ImportService::notFound));
    }

    Uni<Page<ImportJob>> list(int limit, String after) {
        var cursor = Cursor.parse(after);
        var before = cursor == null ? LAST_ID : cursor.uuid(0);
        return transactions
                .read(() -> jobs.list(before, limit + 1))
                .map(rows -> Page.of(rows, limit, job -> Cursor.of(job.id())));
    }

    Uni<Page<Finding>> findings(UUID id, String outcome, int limit, String after) {
        var cursor = Cursor.parse(after);
        long from = cursor == null ? 0 : cursor.number(0);
        return transactions.read(() -> jobs.find(id, false)
                .invoke(found -> found.orElseThrow(ImportService::notFound))
                .chain(() -> findings.page(id, outcome, from, limit + 1))
                .map(rows -> Page.of(rows, limit, row -> Cursor.of(row.number())))
                .map(page -> page.map(FindingRepository.Numbered::finding)));
    }

    /** What was written stays; cancelling twice is harmless. */
    Uni<ImportJob> cancel(UUID id) {
        return change(id, job -> switch (job.state()) {
            case CANCELLED -> Uni.createFrom().voidItem();
            case WAITING, RUNNING -> jobs.cancel(id, clock.instant());
            case DONE, FAILED -> throw ended(job);
        });
    }

    /** Goes on where it was. */
    Uni<ImportJob> resume(UUID id) {
        return change(id, job -> switch (job.state()) {
            case WAITING, RUNNING -> Uni.createFrom().voidItem();
            case CANCELLED, FAILED -> jobs.resume(id);
            case DONE -> throw ended(job);
        });
    }

    private Uni<ImportJob> change(UUID id, Function<ImportJob, Uni<Void>> change) {
        return transactions.write(() -> jobs.find(id, true)
                .map(found -> found.orElseThrow(ImportService::notFound))
                .chain(change::apply)
                .chain(() -> jobs.find(id, false))
                .map(found -> found.orElseThrow(ImportService::notFound)));
    }

    Uni<Void> forgetOld() {
        var before = clock.instant().minus(config.keep());
        return transactions.write(() -> jobs.deleteEndedBefore(before)).replaceWithVoid();
    }

    private static Problem ended(ImportJob job) {
        return new Problem(ImportProblem.STATE, "The import has ended.")
                .with("state", job.state().code());
    }

    private static Problem notFound() {
        return new Problem(CommonProblem.NOT_FOUND, "There is no such import.");
    }
}
