/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ClusterRuleTest {
    private static final Handle EMAIL = new Handle(Handle.EMAIL, "mikko@example.test");
    private static final Handle OTHER_EMAIL = new Handle(Handle.EMAIL, "jenni@example.test");
    private static final Handle PHONE = new Handle(Handle.PHONE, "+358401234567");
    private static final Handle NUMBER = new Handle(Handle.CUSTOMER_NUMBER, "4711");
    private static final Handle OTHER_NUMBER = new Handle(Handle.CUSTOMER_NUMBER, "4712");
    private static final Handle BROWSER = new Handle(Handle.VISITOR, "b-1");
    private static final Handle OTHER_BROWSER = new Handle(Handle.VISITOR, "b-2");

    @Test
    void handlesProvenTogetherAreOnePerson() {
        var atoms = new Atoms().seen(1, Evidence.ORDER, NUMBER, EMAIL).seen(2, Evidence.CHANNEL, EMAIL, PHONE);

        assertEquals(Set.of(Set.of(NUMBER, EMAIL, PHONE)), atoms.people());
        assertEquals(NUMBER, atoms.survivor(PHONE), "the oldest one stands for all");
        assertEquals(List.of(), List.copyOf(atoms.refusals()));
    }

    @Test
    void aPersonStandsForTheBrowserTheyCameWith() {
        var atoms = new Atoms().seen(1, Evidence.CHANNEL, BROWSER).seen(2, Evidence.SHOP_TOKEN, BROWSER, EMAIL);

        assertEquals(EMAIL, atoms.survivor(BROWSER));
    }

    @Test
    void aFamilysMailboxBelongsToNoneOfItsMembers() {
        var atoms = new Atoms().seen(1, Evidence.ORDER, NUMBER, EMAIL).seen(2, Evidence.ORDER, OTHER_NUMBER, EMAIL);

        assertEquals(Set.of(), atoms.people());
        assertEquals(List.of(Refusal.SHARED_HANDLE, Refusal.SHARED_HANDLE), List.copyOf(atoms.refusals()));
    }

    @Test
    void whatBelongsToAFamilysMailboxChangesNothingAboutIt() {
        var atoms = new Atoms()
                .seen(1, Evidence.ORDER, NUMBER, EMAIL)
                .seen(2, Evidence.ORDER, OTHER_NUMBER, EMAIL)
                .seen(3, Evidence.CHANNEL, EMAIL, PHONE);

        assertEquals(Set.of(Set.of(EMAIL, PHONE)), atoms.people());
    }

    @Test
    void surerEvidenceDecidesWhoseItIs() {
        var atoms =
                new Atoms().seen(1, Evidence.ORDER, OTHER_NUMBER, EMAIL).seen(2, Evidence.SHOP_TOKEN, NUMBER, EMAIL);

        assertEquals(Set.of(Set.of(NUMBER, EMAIL)), atoms.people());
        assertEquals(List.of(Refusal.DIFFERENT_PEOPLE), List.copyOf(atoms.refusals()));
    }

    @Test
    void overDetoursTheOlderLinkIsFollowed() {
        var atoms = new Atoms()
                .seen(1, Evidence.ORDER, NUMBER, EMAIL)
                .seen(2, Evidence.ORDER, EMAIL, PHONE)
                .seen(3, Evidence.ORDER, OTHER_NUMBER, PHONE);

        assertEquals(Set.of(Set.of(NUMBER, EMAIL, PHONE)), atoms.people());
        assertEquals(List.of(Refusal.DIFFERENT_PEOPLE), List.copyOf(atoms.refusals()));
    }

    @Test
    void whoeverIsMarkedAsDifferentIsNeverLinked() {
        var atoms = new Atoms().seen(1, Evidence.OIDC_LOGIN, EMAIL, OTHER_EMAIL).different(EMAIL, OTHER_EMAIL);

        assertEquals(Set.of(), atoms.people());
        assertEquals(List.of(Refusal.MARKED_DIFFERENT), List.copyOf(atoms.refusals()));
    }

    @Test
    void aMarkHoldsForAllThatBelongsToEither() {
        var atoms = new Atoms()
                .seen(1, Evidence.ORDER, NUMBER, EMAIL)
                .seen(2, Evidence.ORDER, PHONE, OTHER_EMAIL)
                .different(EMAIL, OTHER_EMAIL)
                .seen(3, Evidence.ORDER, NUMBER, PHONE);

        assertTrue(atoms.people().stream().noneMatch(person -> person.containsAll(Set.of(EMAIL, OTHER_EMAIL))));
    }

    @Test
    void aPersonMayOverrideEverything() {
        var atoms = new Atoms()
                .seen(1, Evidence.ORDER, NUMBER, EMAIL)
                .seen(2, Evidence.ORDER, OTHER_NUMBER, PHONE)
                .different(EMAIL, PHONE)
                .forced(3, NUMBER, OTHER_NUMBER);

        assertEquals(Set.of(Set.of(NUMBER, OTHER_NUMBER, EMAIL, PHONE)), atoms.people());
        assertEquals(
                Set.of(Set.of(NUMBER, EMAIL), Set.of(OTHER_NUMBER, PHONE)),
                atoms.unlink(NUMBER, OTHER_NUMBER).people(),
                "and take it back");
    }

    @Test
    void aFamilysBrowserDoesNotJoinItsMembers() {
        var atoms = new Atoms()
                .seen(1, Evidence.SHOP_TOKEN, BROWSER, EMAIL)
                .seen(2, Evidence.SHOP_TOKEN, BROWSER, OTHER_EMAIL);

        assertEquals(Set.of(), atoms.people());
        assertEquals(
                EMAIL, new Atoms().seen(1, Evidence.SHOP_TOKEN, BROWSER, EMAIL).survivor(BROWSER));
    }

    @Test
    void browsersThatBelongTogetherDoNotJoinTheirPeople() {
        var atoms = new Atoms()
                .seen(1, Evidence.SHOP_TOKEN, BROWSER, EMAIL)
                .seen(2, Evidence.SHOP_TOKEN, OTHER_BROWSER, OTHER_EMAIL)
                .seen(3, Evidence.CHANNEL, BROWSER, OTHER_BROWSER);

        assertEquals(Set.of(Set.of(BROWSER, OTHER_BROWSER)), atoms.people());
        assertEquals(List.of(Refusal.SHARED_HANDLE, Refusal.SHARED_HANDLE), List.copyOf(atoms.refusals()));
    }

    @Test
    void browsersThatBelongTogetherGoAlongWithOnePerson() {
        var atoms = new Atoms()
                .seen(1, Evidence.CHANNEL, BROWSER, OTHER_BROWSER)
                .seen(2, Evidence.SHOP_TOKEN, OTHER_BROWSER, EMAIL);

        assertEquals(Set.of(Set.of(BROWSER, OTHER_BROWSER, EMAIL)), atoms.people());
        assertEquals(EMAIL, atoms.survivor(BROWSER));
    }

    @Test
    void aBrowserOfOnePersonWithTwoAddressesIsTheirs() {
        var atoms = new Atoms()
                .seen(1, Evidence.SHOP_TOKEN, BROWSER, EMAIL)
                .seen(2, Evidence.SHOP_TOKEN, BROWSER, OTHER_EMAIL)
                .seen(3, Evidence.ORDER, EMAIL, OTHER_EMAIL);

        assertEquals(Set.of(Set.of(BROWSER, EMAIL, OTHER_EMAIL)), atoms.people());
    }

    @Test
    void nobodyHasAThousandHandles() {
        var atoms = new Atoms();
        IntStream.range(0, 1_000)
                .forEach(i -> atoms.seen(i, Evidence.ORDER, NUMBER, new Handle(Handle.EMAIL, i + "@example.test")));

        var person = atoms.people().iterator().next();
        assertEquals(250, person.size());
        assertEquals(751, atoms.refusals().size());
        assertEquals(Set.of(Refusal.TOO_MANY_HANDLES), Set.copyOf(atoms.refusals()));
    }
}
