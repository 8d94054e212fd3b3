/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ProofRuleTest {
    private static final Handle EMAIL = new Handle(Handle.EMAIL, "mikko@example.test");
    private static final Handle BROWSER = new Handle(Handle.VISITOR, "b-1");

    @Test
    void onlyKnownEvidenceProves() {
        assertEquals(Optional.of(Evidence.DMARC_PASS), ProofRule.proof(true, "dmarc-pass"));
        assertEquals(Optional.of(Evidence.SHOP_TOKEN), ProofRule.proof(true, "shop-token"));
        assertEquals(Optional.empty(), ProofRule.proof(false, "dmarc-pass"));
        assertEquals(Optional.empty(), ProofRule.proof(true, "claim"));
        assertEquals(Optional.empty(), ProofRule.proof(true, "somebody-said-so"));
        assertEquals(Optional.empty(), ProofRule.proof(true, "confirmed"), "only people here confirm");
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
    void theSurestHandleLeads() {
        var ordered = List.of(
                new Handle(Handle.SHOP_CUSTOMER, "4711"),
                new Handle(Handle.OIDC_SUBJECT, "sub"),
                new Handle(Handle.CUSTOMER_NUMBER, "4711"),
                new Handle("external:hubspot", "17"),
                new Handle(Handle.WHATSAPP, "FI.17"),
                EMAIL,
                new Handle(Handle.PHONE, "+358401234567"),
                BROWSER);
        var shuffled = ordered.reversed().stream()
                .map(handle -> new ProvenHandle(handle, Evidence.CHANNEL))
                .toList();

        assertEquals(
                ordered,
                ProofRule.ranked(shuffled).stream().map(ProvenHandle::handle).toList());
    }
}
