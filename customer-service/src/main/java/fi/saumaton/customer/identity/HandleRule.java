/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;

/** Normalisation: two spellings of one address are one handle, and what can be no address at all is none. */
public final class HandleRule {
    private static final int MAX_LENGTH = 254;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}|external:[a-z0-9][a-z0-9._-]{0,59}");
    private static final Pattern LOCAL_PART = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\p{Cs}]");

    private final String defaultRegion;

    /** @param defaultRegion ISO 3166 code of the country that a phone number without a country code is taken for */
    public HandleRule(String defaultRegion) {
        this.defaultRegion = defaultRegion;
    }

    /** Empty when the value can't be a handle of that kind. */
    public Optional<Handle> handle(String kind, String value) {
        if (kind == null || value == null || !KIND.matcher(kind).matches()) {
            return Optional.empty();
        }
        var text = Normalizer.normalize(value, Normalizer.Form.NFC).strip();
        if (text.isEmpty()
                || text.length() > MAX_LENGTH
                || CONTROL.matcher(text).find()) {
            return Optional.empty();
        }
        return switch (kind) {
            case Handle.EMAIL -> email(text).map(email -> new Handle(kind, email));
            case Handle.PHONE -> phone(text).map(phone -> new Handle(kind, phone));
            default -> Optional.of(new Handle(kind, text.startsWith("@") ? text.toLowerCase(Locale.ROOT) : text));
        };
    }

    /** Reads {@code kind:value} or {@code external:system:value}, the form handles have in query parameters. */
    public Optional<Handle> parse(String text) {
        int colon =
                text == null ? -1 : text.indexOf(':', text.startsWith(Handle.EXTERNAL) ? Handle.EXTERNAL.length() : 0);
        return colon < 1 ? Optional.empty() : handle(text.substring(0, colon), text.substring(colon + 1));
    }

    /**
     * Lower case on both sides: hardly a mail server tells {@code Mikko@} from {@code mikko@}, and people write both.
     * Nothing else is folded ({@code +tag}, dots): that differs by provider, and a wrong guess joins two people.
     */
    private static Optional<String> email(String text) {
        int at = text.lastIndexOf('@');
        if (at < 1) {
            return Optional.empty();
        }
        var local = text.substring(0, at).toLowerCase(Locale.ROOT);
        return domain(text.substring(at + 1))
                .filter(domain -> LOCAL_PART.matcher(local).matches())
                .filter(domain -> !local.startsWith(".") && !local.endsWith(".") && !local.contains(".."))
                .map(domain -> local + "@" + domain)
                .filter(email -> email.length() <= MAX_LENGTH);
    }

    private static Optional<String> domain(String text) {
        try {
            var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private Optional<String> phone(String text) {
        var phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(text, defaultRegion);
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notAPhoneNumber) {
            return Optional.empty();
        }
    }
}
