/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What links by itself and what is only a claim. A proven handle is its sender's, and handles that one sender proves
 * together are of one person; {@link ClusterRule} says what follows from that.
 */
public final class ProofRule {
    private static final List<String> NUMBERS =
            List.of(Handle.SHOP_CUSTOMER, Handle.OIDC_SUBJECT, Handle.CUSTOMER_NUMBER);

    private ProofRule() {}

    /** @param strong whether the channel has proven the handle; {@code evidence} has to be known besides */
    public static Optional<Evidence> proof(boolean strong, String evidence) {
        return strong ? Evidence.of(evidence).filter(Evidence::seenInChannels) : Optional.empty();
    }

    /** An anonymous visitor is proven to be the same browser, not to be anybody. */
    public static boolean verified(Collection<ProvenHandle> handles) {
        return handles.stream().anyMatch(proven -> proven.handle().personal());
    }

    /** In the order in which they decide: the surest first. */
    public static List<ProvenHandle> ranked(Collection<ProvenHandle> handles) {
        return handles.stream()
                .sorted(Comparator.comparingInt((ProvenHandle proven) -> rank(proven.handle()))
                        .thenComparing(ProvenHandle::handle))
                .toList();
    }

    /**
     * Numbers of one person come first, then accounts in a channel, which nobody else takes over, then addresses, which
     * may be shared or change hands, and browsers last.
     */
    private static int rank(Handle handle) {
        int number = NUMBERS.indexOf(handle.kind());
        if (number >= 0) {
            return number;
        }
        return switch (handle.kind()) {
            case Handle.EMAIL -> 12;
            case Handle.PHONE -> 13;
            case Handle.VISITOR -> 14;
            default -> handle.exclusive() ? 10 : 11;
        };
    }
}
