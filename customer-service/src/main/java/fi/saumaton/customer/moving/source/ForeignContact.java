/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving.source;

import java.time.Instant;
import java.util.List;

import fi.saumaton.customer.person.PersonDetails;

/**
 * A person as another system knows them.
 *
 * @param id in that system, for ever
 * @param name null when not known
 * @param addresses what the system holds to be this person's own
 * @param details further ones, that prove nothing; null for none
 * @param language BCP 47, null when not known
 * @param createdAt null when the system does not say
 * @param changedAt of two versions the later one counts; null when the system does not say
 */
public record ForeignContact(
        String id,
        String name,
        List<Address> addresses,
        PersonDetails details,
        String language,
        Instant createdAt,
        Instant changedAt) {
    /** @param kind of a handle: email, phone, customer-number */
    public record Address(String kind, String value) {}
}
