/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.kit.tx.ContextPause;

/** Goes on with whatever import there is, one page at a time; every replica does. */
@ApplicationScoped
class ImportWorker {
    /** Then the schedule begins anew, which also lets go of what so many steps hold on to. */
    private static final int PAGES = 50;

    private final PageService pages;
    private final ImportService imports;

    ImportWorker(PageService pages, ImportService imports) {
        this.pages = pages;
        this.imports = imports;
    }

    @Scheduled(every = "${customer.moving.every:PT1S}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> work() {
        return work(PAGES);
    }

    private Uni<Void> work(int left) {
        return left == 0
                ? Uni.createFrom().voidItem()
                : pages.step()
                        .chain(rest -> rest.isEmpty()
                                ? Uni.createFrom().voidItem()
                                : ContextPause.of(rest.get()).chain(() -> work(left - 1)));
    }

    @Scheduled(every = "PT1H", delayed = "PT2M", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> forgetOld() {
        return imports.forgetOld();
    }
}
