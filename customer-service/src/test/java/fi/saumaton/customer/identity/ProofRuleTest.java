/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.customer.identity.ProofRule.Cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProofRuleTest {
    private static final Handle EMAIL = new Handle(Handle.EMAIL, "mikko@example.test");
    private static final Handle SHOP = new Handle(Handle.SHOP_CUSTOMER, "4711");
    private static final Handle OTHER_SHOP = new Handle(Handle.SHOP_CUSTOMER, "4712");
    private static final Handle BROWSER = new Handle(Handle.VISITOR, "b-1");

    @Test
    void onlyKnownEvidenceProves() {
        assertEquals(Optional.of(Evidence.DMARC_PASS), ProofRule.proof(true, "dmarc-pass"));
        assertEquals(Optional.of(Evidence.SHOP_TOKEN), ProofRule.proof(true, "shop-token"));
        assertEquals(Optional.empty(), ProofRule.proof(false, "dmarc-pass"));
        assertEquals(Optional.empty(), ProofRule.proof(true, "claim"));
        assertEquals(Optional.empty(), ProofRule.proof(true, "somebody-said-so"));
        assertEquals(Optional.empty(), ProofRule.proof(true, null));
    }

    @Test
    void anAnonymousVisitorIsNobody() {
        assertFalse(ProofRule.verified(List.of(new ProvenHandle(BROWSER, Evidence.CHANNEL))));
        assertTrue(ProofRule.verified(
                List.of(new ProvenHandle(BROWSER, Evidence.CHANNEL), new ProvenHandle(EMAIL, Evidence.DMARC_PASS))));
        assertTrue(ProofRule.verified(List.of(new ProvenHandle(new Handle("webhook-user", "u-9"), Evidence.CHANNEL))));
    }

    @Test
    void whoeverHasOnlyNewHandlesIsNew() {
        var verdict = ProofRule.decide(proven(EMAIL, SHOP), Map.of());

        assertEquals(new ProofRule.Verdict(Optional.empty(), List.of(), List.of()), verdict);
    }

    @Test
    void aShopTokenJoinsTheNumbersCustomerWithTheAddresss() {
        var byNumber = cluster(2, SHOP);
        var byMail = cluster(1, EMAIL);

        var verdict = ProofRule.decide(proven(SHOP, EMAIL), of(byNumber, byMail));

        assertEquals(Optional.of(byMail.customerId()), verdict.survivor(), "the older one survives");
        assertEquals(List.of(byNumber.customerId()), verdict.joined());
    }

    @Test
    void aPersonSurvivesAnOlderAnonymousVisitor() {
        var anonymous = cluster(1, BROWSER);
        var person = cluster(2, EMAIL);

        var verdict = ProofRule.decide(proven(BROWSER, EMAIL), of(anonymous, person));

        assertEquals(Optional.of(person.customerId()), verdict.survivor());
        assertEquals(List.of(anonymous.customerId()), verdict.joined());
    }

    @Test
    void aFamilysBrowserDoesNotJoinItsMembers() {
        var mother = cluster(1, BROWSER, new Handle(Handle.EMAIL, "mother@example.test"));
        var child = cluster(2, EMAIL);

        var verdict = ProofRule.decide(proven(BROWSER, EMAIL), of(mother, child));

        assertEquals(Optional.of(child.customerId()), verdict.survivor());
        assertEquals(List.of(), verdict.joined());
        assertEquals(List.of(mother.customerId()), verdict.refused());
    }

    @Test
    void theBrowserAloneLeadsToWhoeverUsedItLast() {
        var mother = cluster(1, BROWSER, new Handle(Handle.EMAIL, "mother@example.test"));

        assertEquals(
                Optional.of(mother.customerId()),
                ProofRule.decide(proven(BROWSER), of(mother)).survivor());
    }

    @Test
    void twoCustomerNumbersWithOneAddressStayTwoPeople() {
        var first = cluster(1, SHOP, EMAIL);
        var second = cluster(2, OTHER_SHOP);

        var verdict = ProofRule.decide(proven(OTHER_SHOP, EMAIL), of(first, second));

        assertEquals(Optional.of(second.customerId()), verdict.survivor());
        assertEquals(List.of(), verdict.joined());
        assertEquals(List.of(first.customerId()), verdict.refused());
    }

    @Test
    void aNewCustomerNumberDoesNotSlipIntoSomebodyElsesCustomer() {
        var first = cluster(1, SHOP, EMAIL);

        var verdict = ProofRule.decide(proven(OTHER_SHOP, EMAIL), of(first));

        assertEquals(Optional.empty(), verdict.survivor());
        assertEquals(List.of(first.customerId()), verdict.refused());
    }

    @Test
    void threeCustomersBecomeOneAtOnce() {
        var phone = new Handle(Handle.PHONE, "+358401234567");
        var a = cluster(3, SHOP);
        var b = cluster(1, EMAIL);
        var c = cluster(2, phone);

        var verdict = ProofRule.decide(proven(SHOP, EMAIL, phone), of(a, b, c));

        assertEquals(Optional.of(b.customerId()), verdict.survivor());
        assertEquals(List.of(c.customerId(), a.customerId()), verdict.joined());
    }

    @Test
    void theSurestHandleLeads() {
        assertEquals(
                List.of(SHOP, EMAIL, BROWSER),
                ProofRule.ranked(proven(BROWSER, EMAIL, SHOP)).stream()
                        .map(ProvenHandle::handle)
                        .toList());
    }

    private static List<ProvenHandle> proven(Handle... handles) {
        return List.of(handles).stream()
                .map(handle -> new ProvenHandle(handle, Evidence.SHOP_TOKEN))
                .toList();
    }

    private static Cluster cluster(int age, Handle... handles) {
        return new Cluster(UUID.randomUUID(), Instant.parse("2026-11-0" + age + "T12:00:00Z"), Set.of(handles));
    }

    private static Map<Handle, Cluster> of(Cluster... clusters) {
        Map<Handle, Cluster> byHandle = new HashMap<>();
        for (var cluster : clusters) {
            cluster.handles().forEach(handle -> byHandle.put(handle, cluster));
        }
        return byHandle;
    }
}
