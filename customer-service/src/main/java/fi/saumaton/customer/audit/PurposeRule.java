/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a caller looks at a customer for. Whoever serves customers need not say it each time; everybody else states one of
 * the company's purposes.
 */
final class PurposeRule {
    private static final String SERVICE = "service";
    private static final String INTEGRATION = "integration";
    private static final String CLIENT = "client";

    /** The role that says most about a person, first. */
    private static final List<String> ROLES =
            List.of("supervisor", "agent", "admin", "auditor", "manager", "colleague");

    private static final Set<String> SERVING = Set.of("supervisor", "agent");

    private PurposeRule() {}

    /** @param stated whether the caller said it */
    record Purpose(String name, boolean stated) {}

    /** In which role somebody looks; partners' systems have scopes, and are clients. */
    static String role(Predicate<String> has) {
        return ROLES.stream().filter(has).findFirst().orElse(CLIENT);
    }

    /** Empty when a purpose has to be stated, or is none of the company's. */
    static Optional<Purpose> purpose(String stated, String role, Set<String> known) {
        if (stated != null && !stated.isBlank()) {
            return Optional.of(stated.strip()).filter(known::contains).map(name -> new Purpose(name, true));
        }
        if (SERVING.contains(role)) {
            return Optional.of(new Purpose(SERVICE, false));
        }
        return role.equals(CLIENT) ? Optional.of(new Purpose(INTEGRATION, false)) : Optional.empty();
    }
}
