/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.util.Currency;
import java.util.function.Predicate;

import fi.saumaton.customer.fact.text.Checksum;

/** Codes that can be checked by themselves. */
public enum Code {
    /** Three letters that ISO 4217 knows. */
    CURRENCY("must be a currency code of ISO 4217", Code::isCurrency),
    /** A Finnish payment reference (4 to 20 digits) or an RF creditor reference (ISO 11649), with its check digits. */
    PAYMENT_REFERENCE("must be a payment reference with the right check digit", Code::isReference);

    private final String message;
    private final Predicate<String> rule;

    Code(String message, Predicate<String> rule) {
        this.message = message;
        this.rule = rule;
    }

    String message() {
        return message;
    }

    boolean accepts(String written) {
        return rule.test(written);
    }

    private static boolean isCurrency(String code) {
        return code.matches("[A-Z]{3}")
                && Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(code));
    }

    private static boolean isReference(String written) {
        var packed = written.replace(" ", "");
        return packed.startsWith("RF")
                ? packed.matches("RF\\d{2}[0-9A-Z]{1,21}") && Checksum.modulo97(packed)
                : packed.matches("\\d{4,20}") && Checksum.reference(packed);
    }
}
