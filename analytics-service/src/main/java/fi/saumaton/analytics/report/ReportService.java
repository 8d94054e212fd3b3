/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.report;

import java.util.List;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.fact.ContactFactRepository;
import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Interval;
import fi.saumaton.analytics.metric.Summary;
import fi.saumaton.kit.sql.Sql;
import fi.saumaton.kit.tx.Transactions;

/** Reports; each looks at one snapshot of the database, so that its figures belong together. */
@ApplicationScoped
class ReportService {

    private final Transactions transactions;
    private final Sql sql;
    private final SummaryQuery facts;
    private final LogRecount recount;
    private final ContactFactRepository contacts;

    ReportService(
            Transactions transactions,
            Sql sql,
            SummaryQuery facts,
            LogRecount recount,
            ContactFactRepository contacts) {
        this.transactions = transactions;
        this.sql = sql;
        this.facts = facts;
        this.recount = recount;
        this.contacts = contacts;
    }

    Uni<Summary> summary(Interval interval) {
        return snapshot(() -> facts.summary(interval));
    }

    Uni<Summary> recount(Interval interval) {
        return snapshot(() -> recount.summary(interval));
    }

    Uni<List<Contact>> contacts(Interval interval, String channel, ContactFactRepository.Position after, int limit) {
        return transactions.read(() -> contacts.contacts(interval, channel, after, limit));
    }

    private <T> Uni<T> snapshot(Supplier<Uni<T>> report) {
        return transactions.write(() -> sql.update("set transaction isolation level repeatable read, read only")
                .chain(report::get));
    }
}
