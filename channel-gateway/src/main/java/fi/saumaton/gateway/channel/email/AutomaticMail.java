/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Why a mail counts as sent by a machine (RFC 3834): it is stored, no reply is due, and it is never answered
 * automatically, so two machines cannot keep each other busy. {@code X-Auto-Response-Suppress} is no reason: it only asks
 * not to be answered, and people's mail carries it too.
 */
enum AutomaticMail {
    AUTO_SUBMITTED,
    NULL_RETURN_PATH,
    MAILING_LIST,
    BULK,
    VACATION,
    NO_REPLY_SENDER,
    OWN_ADDRESS,
    REPORT;

    private static final Pattern NO_REPLY = Pattern.compile(
            "^(?:no[-_.]?reply|do[-_.]?not[-_.]?reply|ei[-_.]?vastata|mailer-daemon|postmaster|bounces?)(?:[+@-].*)?$");
    private static final Set<String> VACATION_FIELDS = Set.of("x-autoreply", "x-autorespond", "x-vacation");
    private static final Set<String> BULK_VALUES = Set.of("bulk", "list", "junk", "auto_reply");

    /**
     * @param headers from the top, name → body
     * @param from bare address, lower case, empty when unknown
     * @param replyTo as {@code from}: a web form mails from no-reply@ and names the person here
     */
    static Optional<AutomaticMail> of(
            List<Map.Entry<String, String>> headers, String from, String replyTo, Set<String> ownAddresses) {
        if (ownAddresses.contains(from)) {
            return Optional.of(OWN_ADDRESS);
        }
        for (var header : headers) {
            var reason = of(header.getKey().toLowerCase(Locale.ROOT), value(header.getValue()));
            if (reason.isPresent()) {
                return reason;
            }
        }
        boolean noPerson = isNoReply(from) && (replyTo.isEmpty() || replyTo.equals(from));
        return noPerson ? Optional.of(NO_REPLY_SENDER) : Optional.empty();
    }

    /** Whether the address is one that nobody reads. */
    static boolean isNoReply(String address) {
        return NO_REPLY.matcher(address).matches();
    }

    private static Optional<AutomaticMail> of(String field, String value) {
        return Optional.ofNullable(
                switch (field) {
                    case "auto-submitted" -> value.isEmpty() || value.matches("no\\b.*") ? null : AUTO_SUBMITTED;
                    case "return-path" -> value.equals("<>") ? NULL_RETURN_PATH : null;
                    case "precedence" -> BULK_VALUES.contains(value) ? BULK : null;
                    case "x-apple-action" -> value.equals("vacation") ? VACATION : null;
                    default -> byName(field, value);
                });
    }

    private static AutomaticMail byName(String field, String value) {
        if (field.startsWith("list-") && !value.isEmpty()) {
            return MAILING_LIST;
        }
        return VACATION_FIELDS.contains(field) && !value.isEmpty() && !value.equals("no") ? VACATION : null;
    }

    private static String value(String body) {
        return body == null ? "" : body.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }
}
