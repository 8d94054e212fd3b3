/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.suggestion;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What came of a suggestion. */
enum Outcome {
    TAKEN,
    REFUSED,
    LATER;

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Outcome> of(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
