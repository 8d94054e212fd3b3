/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.person;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.matching.Person;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps people's details with their sources, and puts people together of them. */
@ApplicationScoped
public class PersonService {
    private final Transactions transactions;
    private final PersonRepository people;
    private final IdentityService identities;
    private final Clock clock;

    PersonService(Transactions transactions, PersonRepository people, IdentityService identities, Clock clock) {
        this.transactions = transactions;
        this.people = people;
        this.identities = identities;
        this.clock = clock;
    }

    /**
     * Takes in what a source says of a person, in place of what it said before; joins the caller's transaction.
     *
     * @param recordedUnder any id of the customer; the details stay with it when the customer is parted
     */
    public Uni<Void> tell(UUID recordedUnder, String source, String madeBy, Instant occurredAt, PersonDetails details) {
        var fields = details.fields();
        var normal = Person.of(recordedUnder, fields).values();
        var rows = normal.entrySet().stream()
                .map(entry -> new PersonRepository.Row(
                        source,
                        entry.getKey().code(),
                        recordedUnder,
                        fields.get(entry.getKey()),
                        entry.getValue(),
                        madeBy,
                        occurredAt))
                .toList();
        return transactions.write(
                () -> require(recordedUnder).chain(() -> people.replace(source, recordedUnder, rows, clock.instant())));
    }

    /** Forgets what a source has said of a person; joins the caller's transaction. */
    public Uni<Void> forget(UUID recordedUnder, String source) {
        return transactions.write(() -> require(recordedUnder)
                .chain(() -> people.delete(recordedUnder, source, clock.instant()))
                .replaceWithVoid());
    }

    Uni<List<PersonRepository.Detail>> details(UUID customerId) {
        return transactions.read(() -> require(customerId).chain(people::details));
    }

    /** Those of the surviving customers of whom there are details; inside the caller's session. */
    public Uni<Map<UUID, Person>> people(Collection<UUID> survivors) {
        return people.people(survivors);
    }

    /** The next of all people of whom there are details, in the order of their ids; inside the caller's session. */
    public Uni<Map<UUID, Person>> peopleAfter(UUID id, int limit) {
        return people.peopleAfter(id, limit);
    }

    private Uni<UUID> require(UUID customerId) {
        return identities
                .survivor(customerId)
                .map(survivor ->
                        survivor.orElseThrow(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer.")));
    }
}
