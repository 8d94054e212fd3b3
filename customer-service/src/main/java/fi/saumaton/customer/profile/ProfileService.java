/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.profile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.audit.ShownCustomer;
import fi.saumaton.customer.identity.Customer;
import fi.saumaton.customer.identity.HandleRule;
import fi.saumaton.customer.identity.IdentityService;
import fi.saumaton.customer.identity.LinkService;
import fi.saumaton.customer.picture.Picture;
import fi.saumaton.customer.picture.PictureService;
import fi.saumaton.customer.promise.CustomerPromise;
import fi.saumaton.customer.promise.PromiseService;
import fi.saumaton.customer.suggestion.SuggestionService;
import fi.saumaton.customer.timeline.TimelineEntry;
import fi.saumaton.customer.timeline.TimelineFilter;
import fi.saumaton.customer.timeline.TimelineService;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Page;
import fi.saumaton.kit.web.Problem;

/** Reads customers. A customer who was joined to another one is answered with that one. */
@ApplicationScoped
public class ProfileService {
    private static final int AT_A_GLANCE = 50;
    private static final int PURCHASES = 10;
    private static final int KNOWN = 40;

    private final Transactions transactions;
    private final ProfileRepository profiles;
    private final IdentityService identities;
    private final LinkService links;
    private final TimelineService timeline;
    private final PictureService pictures;
    private final HandleRule handleRule;
    private final PromiseService promises;
    private final SuggestionService suggestions;

    ProfileService(
            Transactions transactions,
            ProfileRepository profiles,
            IdentityService identities,
            LinkService links,
            TimelineService timeline,
            PictureService pictures,
            HandleRule handleRule,
            PromiseService promises,
            SuggestionService suggestions) {
        this.transactions = transactions;
        this.profiles = profiles;
        this.identities = identities;
        this.links = links;
        this.timeline = timeline;
        this.pictures = pictures;
        this.handleRule = handleRule;
        this.promises = promises;
        this.suggestions = suggestions;
    }

    /** A customer as found by a handle. */
    record Found(UUID customerId, String displayName, String stage) implements ShownCustomer {
        static Found from(Customer customer) {
            return new Found(customer.id(), customer.displayName(), customer.stage());
        }

        @Override
        public List<UUID> shownCustomers() {
            return List.of(customerId);
        }
    }

    Uni<Glance> glance(UUID id) {
        return transactions.read(() -> require(id).chain(this::look));
    }

    /**
     * The customer as it was known at a time: whom the id stood for, with the handles, the name and the entries there
     * were. What has no history of its own is left out.
     */
    Uni<Glance> glance(UUID id, Instant asOf) {
        return transactions.read(() -> links.members(id, asOf)
                .chain(members -> profiles.handlesThen(members, asOf)
                        .chain(handles -> profiles.nameThen(members, asOf)
                                .chain(name -> timeline.then(members, asOf, AT_A_GLANCE)
                                        .map(entries -> then(members.getFirst(), name, handles, entries))))));
    }

    private static Glance then(
            UUID customerId, String name, List<Glance.LinkedHandle> handles, List<TimelineEntry> entries) {
        return new Glance(
                customerId,
                name,
                !handles.isEmpty(),
                handles,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                entries,
                null,
                List.of(),
                List.of(),
                List.of());
    }

    Uni<Page<TimelineEntry>> timeline(UUID id, TimelineFilter filter, int limit, String after) {
        return transactions.read(
                () -> require(id).chain(customer -> timeline.page(customer.id(), filter, limit, after)));
    }

    /** At most one customer has a handle; none is an empty page. */
    Uni<Page<Found>> find(String handle) {
        var wanted = handleRule
                .parse(handle)
                .orElseThrow(() -> new Problem(
                                CommonProblem.INVALID,
                                "The handle must be kind:value, for example email:mikko@example.test.")
                        .with("parameter", "handle"));
        return transactions.read(() -> identities.owners(List.of(wanted)).chain(owners -> page(owners.get(wanted))));
    }

    private Uni<Page<Found>> page(UUID owner) {
        if (owner == null) {
            return Uni.createFrom().item(new Page<Found>(List.of(), null));
        }
        return require(owner).map(customer -> new Page<>(List.of(Found.from(customer)), null));
    }

    private Uni<Customer> require(UUID id) {
        return profiles.survivor(id)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such customer."));
    }

    /** What was read is read once, for the glance and for the picture that suggestions are made by. */
    private Uni<Glance> look(Customer customer) {
        var id = customer.id();
        return profiles.handles(id)
                .chain(handles -> pictures.read(id)
                        .chain(read -> profiles.claims(id)
                                .chain(claims -> profiles.unverifiedContacts(id)
                                        .chain(unverified -> promises.open(id)
                                                .map(promised ->
                                                        glance(customer, handles, promised, read, claims, unverified))))
                                .chain(glance -> suggestions
                                        .current(pictures.of(who(customer, glance.verified()), read))
                                        .map(glance::with))));
    }

    private static Picture.Who who(Customer customer, boolean verified) {
        return new Picture.Who(customer.stage(), customer.language(), verified, customer.createdAt());
    }

    /** What was bought, then what else is known; a product that was bought is not told twice. */
    private static List<Glance.Fact> facts(PictureService.Read read) {
        return Stream.concat(
                        read.purchases().stream().limit(PURCHASES).map(Glance.Fact::bought),
                        read.facts().stream()
                                .filter(fact -> !fact.kind().equals("product") || !fact.proven())
                                .limit(KNOWN)
                                .map(Glance.Fact::known))
                .toList();
    }

    private static Glance glance(
            Customer customer,
            List<Glance.LinkedHandle> handles,
            List<CustomerPromise> promised,
            PictureService.Read read,
            List<Glance.ClaimedHandle> claims,
            List<Glance.UnverifiedContact> unverified) {
        var page = TimelineService.page(read.timeline(), AT_A_GLANCE);
        return new Glance(
                customer.id(),
                customer.displayName(),
                !handles.isEmpty(),
                handles,
                customer.language(),
                customer.stage(),
                read.issues(),
                promised,
                facts(read),
                page.items(),
                page.next(),
                claims,
                unverified,
                List.of());
    }
}
