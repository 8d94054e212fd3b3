/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a mail server tells of a mail of ours: a delivery status (RFC 3464), or a complaint of the recipient (ARF, RFC
 * 5965).
 *
 * @param status {@code 5.1.1}, empty when not given
 * @param reason one line a person understands, without addresses
 * @param originals Message-IDs of the mail that it is about; empty when the report names none
 */
record DeliveryReport(Kind kind, String status, String reason, List<String> originals) {
    /** Worst first: a report about several recipients counts as its worst. */
    enum Kind {
        FAILED,
        COMPLAINT,
        DELAYED,
        EXPANDED,
        RELAYED,
        DELIVERED,
        READ
    }

    private static final int LONGEST_REASON = 300;
    private static final int LONGEST_PART = 100_000;
    private static final Pattern FIELD = Pattern.compile(
            "^(action|status|diagnostic-code)[ \\t]*:[ \\t]*(.*)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ORIGINAL = Pattern.compile(
            "^message-id[ \\t]*:[ \\t]*(<[^<>\\s]{1,900}>)", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
    private static final Pattern ENHANCED = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@:;,]+@[^\\s<>@:;,]+>?");

    /** @param statusPart the message/delivery-status part; {@code original} the returned mail or its header, or "" */
    static Optional<DeliveryReport> ofStatus(String statusPart, String original) {
        var text = unfolded(statusPart);
        return List.of(text.split("\n[ \\t]*\n")).stream()
                .map(DeliveryReport::recipient)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(DeliveryReport::kind))
                .map(worst -> worst.about(originals(original)));
    }

    /** A bounce that was written as plain text, from before RFC 3464 or by a server that does not know it. */
    static Optional<DeliveryReport> ofText(String text) {
        var lines = unfolded(text);
        var structured = ofStatus(lines, lines);
        if (structured.isPresent()) {
            return structured;
        }
        var originals = originals(lines);
        var status = ENHANCED.matcher(lines);
        if (originals.isEmpty() || !status.find()) {
            return Optional.empty();
        }
        var found = status.group(1);
        return Optional.of(new DeliveryReport(
                found.startsWith("4") ? Kind.DELAYED : Kind.FAILED, found, "Returned by the mail server", originals));
    }

    static DeliveryReport complaint(String original) {
        return new DeliveryReport(
                Kind.COMPLAINT, "", "The recipient reported the mail as unwanted", originals(original));
    }

    /** A receipt that the recipient's program sent when the mail was opened (RFC 8098); other dispositions say nothing. */
    static Optional<DeliveryReport> ofDisposition(String part) {
        var displayed = Pattern.compile("^disposition:.*displayed", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);
        var originals = originals(part.replaceAll("(?im)^original-(?=message-id)", ""));
        return displayed.matcher(part).find() && !originals.isEmpty()
                ? Optional.of(new DeliveryReport(Kind.READ, "", "Opened by the recipient", originals))
                : Optional.empty();
    }

    private DeliveryReport about(List<String> messageIds) {
        return new DeliveryReport(kind, status, reason, messageIds);
    }

    private static Optional<DeliveryReport> recipient(String group) {
        var action = "";
        var status = "";
        var diagnostic = "";
        var matcher = FIELD.matcher(group);
        while (matcher.find()) {
            var value = matcher.group(2).replaceAll("\\s+", " ").strip();
            switch (matcher.group(1).toLowerCase(Locale.ROOT)) {
                case "action" -> action = value.toLowerCase(Locale.ROOT);
                case "status" -> status = value;
                default -> diagnostic = value;
            }
        }
        var code = ENHANCED.matcher(status);
        var number = code.find() ? code.group(1) : "";
        var why = reason(number, diagnostic);
        return kind(action).map(kind -> new DeliveryReport(kind, number, why, List.of()));
    }

    private static Optional<Kind> kind(String action) {
        return List.of(Kind.values()).stream()
                .filter(kind -> kind != Kind.COMPLAINT
                        && kind != Kind.READ
                        && action.startsWith(kind.name().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** Diagnostic texts quote the recipient's address: reasons are shown and logged, so addresses are taken out. */
    private static String reason(String status, String diagnostic) {
        var said = ADDRESS.matcher(diagnostic.replaceFirst("(?i)^\\s*[a-z0-9-]+\\s*;\\s*", ""))
                .replaceAll("…");
        var text = said.isBlank() ? "Returned by the mail server" : said.strip();
        var whole = status.isEmpty() || text.contains(status) ? text : status + " " + text;
        return whole.substring(0, Math.min(whole.length(), LONGEST_REASON));
    }

    private static List<String> originals(String text) {
        var ids = new ArrayList<String>();
        ORIGINAL.matcher(unfolded(text)).results().map(match -> match.group(1)).forEach(ids::add);
        return ids.stream().distinct().limit(5).toList();
    }

    /** Continuation lines joined; only so much of it as a report ever needs. */
    private static String unfolded(String text) {
        var head = text.substring(0, Math.min(text.length(), LONGEST_PART));
        return head.replace("\r\n", "\n").replaceAll("\n[ \\t]+(?=\\S)", " ");
    }
}
