/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.fact;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;

import fi.saumaton.analytics.metric.Contact;
import fi.saumaton.analytics.metric.Interval;

/** The contacts behind the figures. */
@ApplicationScoped
public class ContactFactRepository implements PanacheRepositoryBase<ContactFact, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Where a page of contacts ended. */
    public record Position(Instant startedAt, UUID contactId) {}

    /**
     * The contacts that count in the interval, oldest first.
     *
     * @param channel its name or its kind; null for all
     * @param after where the page before ended; null for the first page
     */
    public Uni<List<Contact>> contacts(Interval interval, String channel, Position after, int limit) {
        Parameters parameters = Parameters.with("from", after == null ? interval.from() : after.startedAt())
                .and("to", interval.to())
                .and("asOf", interval.asOf())
                .and("after", after == null ? BEFORE_ALL : after.contactId());
        String query = "startedAt >= :from and startedAt < :to and startedAt <= :asOf and not automatic"
                + " and (startedAt > :from or contactId > :after)"
                + (channel == null ? "" : " and (channel = :channel or channelKind = :channel)")
                + " order by startedAt, contactId";
        return find(query, channel == null ? parameters : parameters.and("channel", channel))
                .page(Page.ofSize(limit))
                .list()
                .map(facts -> facts.stream().map(ContactFact::contact).toList());
    }
}
