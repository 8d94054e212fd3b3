/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.fact;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.hibernate.annotations.Immutable;

import fi.saumaton.analytics.metric.Contact;

/** A contact as it stands in its table, for reading: rows are written by {@link FactService} alone, many at once. */
@Entity
@Immutable
@Table(name = "contact_fact")
public class ContactFact {

    @Id
    private UUID contactId;

    private UUID conversationId;
    private UUID customerId;
    private boolean reopened;
    private String channel;
    private String channelKind;
    private Instant startedAt;
    private Instant answeredAt;
    private Instant assignedAt;
    private Instant settledAt;
    private boolean automatic;

    protected ContactFact() {}

    public Contact contact() {
        return new Contact(
                contactId,
                conversationId,
                customerId,
                reopened,
                channel,
                channelKind,
                startedAt,
                answeredAt,
                assignedAt,
                settledAt,
                automatic);
    }
}
