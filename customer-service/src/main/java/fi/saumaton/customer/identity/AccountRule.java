/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.identity;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Accounts in the messaging platforms: the platform's own id, or the name people know it by. An id is exact, and never
 * changes hands. A name begins with {@code @} and has no upper case; whoever pastes the address of a profile means the name.
 */
final class AccountRule {
    /** Meta's business-scoped ids are the longest: a country, a dot and up to 128 characters. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._:-]{0,139}");

    private static final Pattern NAME = Pattern.compile("@[\\p{L}\\p{M}\\p{N}][\\p{L}\\p{M}\\p{N}._-]{0,99}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{7,15}");

    /** Where a profile's page is, by kind; the group is the name. */
    private static final Map<String, Pattern> PAGES = Map.of(
            Handle.WHATSAPP, page("wa\\.me", "whatsapp\\.com"),
            Handle.INSTAGRAM, page("instagram\\.com"),
            Handle.MESSENGER, page("m\\.me", "messenger\\.com/t"),
            Handle.X, page("x\\.com", "twitter\\.com"),
            Handle.LINKEDIN, page("linkedin\\.com/in"),
            Handle.TELEGRAM, page("t\\.me", "telegram\\.me"));

    private AccountRule() {}

    private static Pattern page(String... sites) {
        return Pattern.compile("(?i)(?:https?://)?(?:[a-z]{1,3}\\.)?(?:" + String.join("|", sites)
                + ")/@?([^/?#@]{1,100})/?(?:[?#].*)?");
    }

    static boolean accounts(String kind) {
        return PAGES.containsKey(kind);
    }

    /** Empty when the text can be neither an id nor a name. */
    static Optional<String> account(String kind, String text) {
        var page = PAGES.get(kind).matcher(text);
        var account = page.matches() ? named(kind, page.group(1)) : text;
        return account.startsWith("@")
                ? Optional.of(account.toLowerCase(Locale.ROOT))
                        .filter(name -> NAME.matcher(name).matches())
                : Optional.of(account).filter(id -> ID.matcher(id).matches());
    }

    /** The page of a number is the number's, of anything else the name's. */
    private static String named(String kind, String name) {
        return kind.equals(Handle.WHATSAPP) && DIGITS.matcher(name).matches() ? name : "@" + name;
    }
}
