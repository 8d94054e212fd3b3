/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.postgres;

import java.util.List;

import com.sun.security.auth.module.UnixSystem;

/** PostgreSQL refuses to run as root. On Linux a user namespace of its own shows it another user, over the same files. */
final class RootGuard {
    private static final boolean ROOT = new UnixSystem().getUid() == 0;

    private RootGuard() {}

    static List<String> prefix() {
        return ROOT ? List.of("unshare", "-U") : List.of();
    }

    static String hint() {
        return ROOT
                ? "\nPostgreSQL does not run as root, and \"unshare -U\" did not help here: work as an ordinary user."
                : "";
    }
}
