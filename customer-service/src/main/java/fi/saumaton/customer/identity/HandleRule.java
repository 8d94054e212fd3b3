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
    /** In characters; a mail's path may have 254, a login's subject one more. */
    static final int MAX_LENGTH = 255;

    private static final int MAX_EMAIL = 254;
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,39}|external:[a-z0-9][a-z0-9._-]{0,59}");
    private static final Pattern LOCAL_PART = Pattern.compile("[\\p{L}\\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}");
    private static final Pattern DOMAIN =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9-]{2,63}");

    /** What nobody sees or types: control characters, half characters, marks of direction, other ends of lines. */
    private static final Pattern UNSEEN = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** What a login's subject may consist of by OpenID Connect; it tells upper from lower case. */
    private static final Pattern SUBJECT = Pattern.compile("[\\x21-\\x7e]{1,255}");

    /** The way WhatsApp writes a number. */
    private static final Pattern DIGITS = Pattern.compile("[1-9][0-9]{6,14}");

    private static final Pattern BROWSER = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** Letters are no digits here, though telephones have them on their keys: whoever writes words means no number. */
    private static final Pattern DIALLED = Pattern.compile("(?:(?i)tel:)?([\\p{Nd}\\p{Zs}\\s+＋()./\\p{Pd}]+)");

    private static final Pattern ENDS = Pattern.compile("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$");

    /** Marks of direction, which come along when a number is copied from a list of contacts. */
    private static final Pattern MARKS = Pattern.compile("\\p{Cf}");

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");

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
        if (value.length() > 4 * MAX_LENGTH) {
            return Optional.empty();
        }
        var text =
                ENDS.matcher(Normalizer.normalize(value, Normalizer.Form.NFC)).replaceAll("");
        if (kind.equals(Handle.PHONE) || kind.equals(Handle.WHATSAPP)) {
            text = MARKS.matcher(text).replaceAll("");
        }
        if (text.isEmpty() || text.length() > MAX_LENGTH || UNSEEN.matcher(text).find()) {
            return Optional.empty();
        }
        return normal(kind, text).map(normal -> new Handle(kind, normal));
    }

    private Optional<String> normal(String kind, String text) {
        return switch (kind) {
            case Handle.EMAIL -> email(text);
            case Handle.PHONE -> phone(text);
            case Handle.WHATSAPP -> whatsapp(text);
            case Handle.VISITOR ->
                Optional.of(text).filter(id -> BROWSER.matcher(id).matches());
            case Handle.OIDC_SUBJECT ->
                Optional.of(text).filter(subject -> SUBJECT.matcher(subject).matches());
            case Handle.CUSTOMER_NUMBER, Handle.SHOP_CUSTOMER -> Optional.of(number(text));
            default -> AccountRule.accounts(kind) ? AccountRule.account(kind, text) : Optional.of(text);
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
                .filter(email -> email.length() <= MAX_EMAIL);
    }

    private static Optional<String> domain(String text) {
        try {
            var ascii = IDN.toASCII(text, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return Optional.of(ascii).filter(domain -> DOMAIN.matcher(domain).matches());
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    /** Without the extension it would be the number of everybody behind the switchboard; so it is none. */
    private Optional<String> phone(String text) {
        var dialled = DIALLED.matcher(text);
        if (!dialled.matches()) {
            return Optional.empty();
        }
        var phones = PhoneNumberUtil.getInstance();
        try {
            var number = phones.parse(dialled.group(1), defaultRegion);
            return phones.isPossibleNumber(number)
                    ? Optional.of(phones.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException notAPhoneNumber) {
            return Optional.empty();
        }
    }

    /** WhatsApp knows some users by their phone number, which it writes in digits alone; others by an id of its own. */
    private Optional<String> whatsapp(String text) {
        return DIALLED.matcher(text).matches() && !DIGITS.matcher(text).matches()
                ? phone(text).map(number -> number.substring(1))
                : AccountRule.account(Handle.WHATSAPP, text);
    }

    /** People copy numbers with wide digits and several blanks. */
    private static String number(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).strip())
                .replaceAll(" ");
    }

    /** What a handle of a kind has to be, for whoever gave another one. */
    static String form(String kind) {
        return switch (kind) {
            case Handle.EMAIL -> "an address such as mikko@example.test";
            case Handle.PHONE -> "a phone number without an extension, such as +358 40 123 4567";
            case Handle.WHATSAPP -> "a phone number, WhatsApp's id of the user, or @ and the user name";
            case Handle.VISITOR -> "the id the chat gave: letters, digits, - and _, 64 at most";
            case Handle.OIDC_SUBJECT -> "the login's sub: 255 ASCII characters at most, none blank";
            default ->
                AccountRule.accounts(kind)
                        ? "the platform's id of the user, or @ and the user name"
                        : "text of one line, 255 characters at most, all of them visible";
        };
    }
}
