/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.shop;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Who is logged in at the shop: {@code ?as=mikko} for Mikko, more parameters for somebody else. */
record Shopper(String customerNumber, String email, String name) {

    static Optional<Shopper> of(Map<String, String> query) {
        return Optional.ofNullable(query.get("as"))
                .filter(login -> login.matches("[a-z0-9-]{1,40}"))
                .map(login -> {
                    var name = login.substring(0, 1).toUpperCase(Locale.ROOT) + login.substring(1);
                    return new Shopper(
                            query.getOrDefault("customer", "mikko".equals(login) ? "C-1001" : "C-" + login),
                            query.getOrDefault("email", login + "@example.test"),
                            query.getOrDefault("name", name));
                });
    }
}
