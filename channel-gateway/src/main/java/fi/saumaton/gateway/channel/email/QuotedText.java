/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes from a mail's text what its writer wrote this time: without the quoted mail before it and the signature.
 * Answers written between quoted lines keep their quotes, a forwarded mail is kept (it is what the writer wants to show),
 * and when nothing would remain the whole text does.
 */
final class QuotedText {
    private static final int LONGEST_LINE = 400;
    private static final int CASE = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Pattern ATTRIBUTION = Pattern.compile(
            "^(?:on\\b.*\\bwrote|.*\\bkirjoitti\\b.*|(?:den|på)\\b.*\\bskrev\\b.*|.*\\bskrev\\s+.*|am\\b.*\\bschrieb\\b.*|le\\b.*\\ba écrit"
                    + "|el\\b.*\\bescribió|.*\\bнаписал\\(?а?\\)?.*|.*\\d{4}.*\\S+@\\S+.*)\\s*[:：]$",
            CASE);
    private static final Pattern ATTRIBUTION_START =
            Pattern.compile("^(?:(?:on|am|den|på|le|el|ma|ti|ke|to|pe|la|su)\\b.*\\d|\\d{1,4}[./-]\\d).*", CASE);
    private static final Pattern ORIGINAL = Pattern.compile(
            "^\\W{0,3}-{2,}\\s*(?:original message|alkuperäinen viesti|ursprungligt meddelande|ursprüngliche nachricht"
                    + "|message d'origine|mensaje original)\\s*-{2,}$",
            CASE);
    private static final Pattern FORWARDED = Pattern.compile(
            "^-{2,}\\s*(?:forwarded message|välitetty viesti|edelleenlähetetty viesti|vidarebefordrat meddelande"
                    + "|weitergeleitete nachricht)\\s*-{2,}$|^begin forwarded message:$",
            CASE);
    private static final Pattern FROM =
            Pattern.compile("^\\*?(?:from|lähettäjä|från|von|de|от)\\s*:\\*?\\s*\\S.*", CASE);
    private static final Pattern FIELD = Pattern.compile(
            "^\\*?(?:sent|date|to|cc|subject|lähetetty|päivämäärä|päiväys|vastaanottaja|kopio|aihe|skickat|datum|till"
                    + "|kopia|ämne|gesendet|an|betreff|envoyé|à|objet|отправлено|дата|кому|тема)\\s*:\\*?.*",
            CASE);
    private static final Pattern RULE = Pattern.compile("^\\s*[_\\-=*]{5,}\\s*$");
    private static final Pattern SIGNATURE = Pattern.compile("^--\\s?$");
    private static final Pattern DEVICE = Pattern.compile(
            "^(?:sent from (?:my|the|a|outlook|mail|yahoo)\\b.*|sent with \\S.*|lähetetty \\S*(?:sta|stä|ni)(?:\\s.*)?|skickat från (?:min|mitt|outlook)\\b.*"
                    + "|von meinem .* gesendet|get outlook for .*|hanki outlook.*|hämta outlook.*)$",
            CASE);

    private QuotedText() {}

    static String fold(String text) {
        var lines = new ArrayList<>(text.lines().map(String::stripTrailing).toList());
        dropFromMarker(lines);
        dropLastQuote(lines);
        dropFirstQuote(lines);
        dropSignature(lines);
        trimBlank(lines);
        return lines.isEmpty() ? text.strip() : String.join("\n", lines);
    }

    /** "Original Message" and header blocks have no marks at their lines: everything from there on is quoted. */
    private static void dropFromMarker(List<String> lines) {
        for (int i = 0; i < lines.size(); i++) {
            if (matches(FORWARDED, lines.get(i))) {
                return;
            }
            if (matches(ORIGINAL, lines.get(i)) || isHeaderBlock(lines, i)) {
                lines.subList(i, lines.size()).clear();
                trimBlank(lines);
                if (!lines.isEmpty() && matches(RULE, lines.getLast())) {
                    lines.removeLast();
                }
                return;
            }
        }
    }

    /** The sender and two more fields within a few lines, in whatever order a mail program writes them. */
    private static boolean isHeaderBlock(List<String> lines, int from) {
        if (!matches(FROM, lines.get(from)) && !matches(FIELD, lines.get(from))) {
            return false;
        }
        var block = lines.subList(from, Math.min(lines.size(), from + 7));
        return block.stream().anyMatch(line -> matches(FROM, line))
                && block.stream().filter(line -> matches(FIELD, line)).count() >= 2;
    }

    /** The quote at the end, the line that introduces it, and what little (a signature) follows it. */
    private static void dropLastQuote(List<String> lines) {
        trimBlank(lines);
        int end = signatureStart(lines);
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        int start = end;
        while (start > 0
                && (isQuoted(lines.get(start - 1)) || lines.get(start - 1).isBlank())) {
            start--;
        }
        if (lines.subList(start, end).stream().noneMatch(QuotedText::isQuoted)) {
            return;
        }
        int from = attributionStart(lines, start);
        if (from > 0 || start == 0) {
            lines.subList(from, lines.size()).clear();
        }
    }

    /** A quote on top with the answer below it. */
    private static void dropFirstQuote(List<String> lines) {
        int i = 0;
        while (i < lines.size() && (lines.get(i).isBlank() || i < 3 && attributionEnds(lines, i))) {
            i++;
        }
        int quote = i;
        while (i < lines.size() && (isQuoted(lines.get(i)) || lines.get(i).isBlank())) {
            i++;
        }
        boolean onlyOne = lines.subList(i, lines.size()).stream().noneMatch(QuotedText::isQuoted);
        if (i < lines.size() && onlyOne && lines.subList(quote, i).stream().anyMatch(QuotedText::isQuoted)) {
            lines.subList(0, i).clear();
        }
    }

    private static boolean attributionEnds(List<String> lines, int line) {
        for (int end = line; end < Math.min(lines.size(), line + 3); end++) {
            if (matches(ATTRIBUTION, join(lines, line, end + 1))) {
                return true;
            }
        }
        return false;
    }

    /** Where the introduction of the quote at {@code quote} begins; {@code quote} itself when it has none. */
    private static int attributionStart(List<String> lines, int quote) {
        int end = quote;
        while (end > 0 && lines.get(end - 1).isBlank()) {
            end--;
        }
        for (int start = end - 1; start >= Math.max(0, end - 4); start--) {
            if (matches(ATTRIBUTION_START, lines.get(start)) && matches(ATTRIBUTION, join(lines, start, end))) {
                return start;
            }
        }
        return end > 0 && matches(ATTRIBUTION, lines.get(end - 1)) ? end - 1 : quote;
    }

    private static String join(List<String> lines, int from, int to) {
        return String.join(" ", lines.subList(from, to)).strip();
    }

    private static void dropSignature(List<String> lines) {
        int start = signatureStart(lines);
        if (start > 0) {
            lines.subList(start, lines.size()).clear();
        }
        trimBlank(lines);
        if (lines.size() > 1 && matches(DEVICE, lines.getLast())) {
            lines.removeLast();
        }
    }

    /** The line of the last signature mark if at most 15 unquoted lines follow, otherwise the number of lines. */
    private static int signatureStart(List<String> lines) {
        for (int i = lines.size() - 1; i >= Math.max(0, lines.size() - 16); i--) {
            if (isQuoted(lines.get(i))) {
                return lines.size();
            }
            if (matches(SIGNATURE, lines.get(i))) {
                return i;
            }
        }
        return lines.size();
    }

    private static boolean isQuoted(String line) {
        return line.startsWith(">");
    }

    private static void trimBlank(List<String> lines) {
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
    }

    /** Long lines are prose or an attack on the expressions: neither is a marker. */
    private static boolean matches(Pattern pattern, String line) {
        return line.length() <= LONGEST_LINE && pattern.matcher(line).matches();
    }
}
