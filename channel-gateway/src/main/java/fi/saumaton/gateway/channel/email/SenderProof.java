/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Decides whether a mail's From address is proven.
 *
 * <p>It is when the receiving server of ours stamped {@code dmarc=pass} for exactly the domain of the only From address.
 * A stamp is believed when
 *
 * <ol>
 *   <li>its authserv-id is the configured one of our own server,
 *   <li>it stands above the Received field of a foreign host: every host writes on top, so whatever is below the
 *       fields of our own servers ({@code trustedHops} Received fields) was there before the mail reached us,
 *   <li>it belongs to the topmost run of such fields: a forged one that slipped through is always below the real one,
 *   <li>nothing in that run says otherwise.
 * </ol>
 *
 * The receiving server <b>must</b> strip incoming fields that bear its own authserv-id (RFC 8601, section 5), as all
 * common ones do: a host that hands a forged field to a server which neither strips nor stamps cannot be told apart here.
 */
final class SenderProof {
    private static final String FIELD = "authentication-results";

    private final String authservId;
    private final int trustedHops;

    SenderProof(String authservId, int trustedHops) {
        this.authservId = authservId.toLowerCase(Locale.ROOT);
        this.trustedHops = trustedHops;
    }

    /** @param headers all fields from the top, name → body */
    boolean proves(List<Map.Entry<String, String>> headers, String fromDomain) {
        var dmarc = ownStamps(headers).stream()
                .flatMap(stamp -> stamp.methods().stream())
                .filter(method -> method.method().equals("dmarc"))
                .toList();
        return !authservId.isEmpty()
                && !dmarc.isEmpty()
                && dmarc.stream().allMatch(method -> passes(method, fromDomain));
    }

    private static boolean passes(AuthenticationResults.Method method, String fromDomain) {
        return method.result().equals("pass")
                && method.property("header.from")
                        .filter(domain -> domain.equalsIgnoreCase(fromDomain))
                        .isPresent();
    }

    private List<AuthenticationResults> ownStamps(List<Map.Entry<String, String>> headers) {
        var stamps = new ArrayList<AuthenticationResults>();
        int hops = 0;
        for (var header : headers) {
            var name = header.getKey().toLowerCase(Locale.ROOT);
            if (name.equals("received") && ++hops > trustedHops) {
                break;
            }
            var stamp = name.equals(FIELD) ? AuthenticationResults.parse(header.getValue()) : null;
            boolean ours = stamp != null
                    && stamp.filter(it -> it.authservId().equals(authservId)).isPresent();
            if (ours) {
                stamps.add(stamp.get());
            } else if (!stamps.isEmpty()) {
                break;
            }
        }
        return stamps;
    }
}
