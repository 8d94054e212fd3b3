/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Locale;

/** Check digits: whether a number is one of its kind, or only looks like one. */
public final class Checksum {
    private static final int[] BUSINESS_ID_WEIGHTS = {7, 9, 10, 5, 8, 4, 2};
    private static final int[] REFERENCE_WEIGHTS = {7, 3, 1};
    private static final String IDENTITY_CHARS = "0123456789ABCDEFHJKLMNPRSTUVWXY";

    private Checksum() {}

    /** Finnish business id (Y-tunnus), {@code 1234567-8}: weights 7 9 10 5 8 4 2, modulo 11, as the register gives them. */
    public static boolean businessId(String id) {
        int sum = 0;
        for (int i = 0; i < 7; i++) {
            sum += BUSINESS_ID_WEIGHTS[i] * (id.charAt(i) - '0');
        }
        int rest = sum % 11;
        return rest != 1 && id.charAt(8) - '0' == (rest == 0 ? 0 : 11 - rest);
    }

    /** Finnish payment reference (viitenumero), 4 to 20 digits: weights 7 3 1 from the right (Finance Finland). */
    public static boolean reference(String digits) {
        int last = digits.length() - 1;
        int sum = 0;
        for (int i = 0; i < last; i++) {
            sum += REFERENCE_WEIGHTS[i % 3] * (digits.charAt(last - 1 - i) - '0');
        }
        return sum > 0 && digits.charAt(last) - '0' == (10 - sum % 10) % 10;
    }

    /** ISO 13616 (IBAN) and ISO 11649 (RF creditor reference): letters as 10 to 35, first four chars last, modulo 97 = 1. */
    public static boolean modulo97(String code) {
        int rest = 0;
        for (int i = 0; i < code.length(); i++) {
            int value = Character.digit(code.charAt((i + 4) % code.length()), 36);
            rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
        }
        return rest == 1;
    }

    /** Luhn's formula (ISO/IEC 7812-1), over card numbers and Swedish personal numbers. */
    public static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighted = i % 2 == 0 ? digit : 2 * digit;
            sum += weighted > 9 ? weighted - 9 : weighted;
        }
        return sum % 10 == 0;
    }

    /** Finnish personal identity code, {@code 131052-308T}: date and number modulo 31 (Digital and Population Data Services). */
    public static boolean identityCode(String code) {
        var upper = code.toUpperCase(Locale.ROOT);
        int number = Integer.parseInt(upper.substring(0, 6) + upper.substring(7, 10));
        return isDayAndMonth(upper) && upper.charAt(10) == IDENTITY_CHARS.charAt(number % 31);
    }

    private static boolean isDayAndMonth(String code) {
        int day = Integer.parseInt(code.substring(0, 2));
        int month = Integer.parseInt(code.substring(2, 4));
        return day >= 1 && day <= 31 && month >= 1 && month <= 12;
    }
}
