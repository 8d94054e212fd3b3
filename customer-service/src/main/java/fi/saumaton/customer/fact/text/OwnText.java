/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.regex.Pattern;

/**
 * What the writer has written: without quoted mail, without the block of a signature, without what a telephone adds. The
 * rest is blanked, so that places in the text stay the same.
 */
final class OwnText {
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern WROTE = Pattern.compile(
            "^\\s*(?:on|am|den|pe|ma|ti|ke|to|la|su|fre|mån|tis|ons|tors|lör|sön|\\d)\\b.{0,160}\\b(?:wrote|skrev|kirjoitti|schrieb)\\b.{0,80}:\\s*$",
            FLAGS);
    private static final Pattern DIVIDER = Pattern.compile(
            "^\\s*[-_*]{2,}\\s*(?:original message|alkuperäinen viesti|ursprungligt meddelande|forwarded message|välitetty viesti|"
                    + "vidarebefordrat (?:meddelande|brev)|edelleenlähetetty viesti)\\b.*",
            FLAGS);
    private static final Pattern HEADER = Pattern.compile("^\\s*\\*?(?:from|lähettäjä|från|mistä)\\*?:\\s.*", FLAGS);
    private static final Pattern NEXT_HEADER = Pattern.compile(
            "^\\s*\\*?(?:sent|date|to|subject|lähetetty|päivämäärä|vastaanottaja|aihe|skickat|datum|till|ämne)\\*?:.*",
            FLAGS);
    private static final Pattern FOOTER = Pattern.compile(
            "^\\s*(?:sent from (?:my|outlook|yahoo|mail)|lähetetty (?:iphone|ipad|samsung|android|outlook|minun|laitteesta|puhelimesta)|"
                    + "skickat från (?:min|mitt|outlook)|hanki outlook|get outlook|hämta outlook).*",
            FLAGS);

    private OwnText() {}

    static String of(String text) {
        if (text.indexOf('\n') < 0 && !FOOTER.matcher(text).lookingAt() && !text.startsWith(">")) {
            return text;
        }
        var lines = text.split("\n", -1);
        var own = new StringBuilder(text.length());
        boolean over = false;
        for (int i = 0; i < lines.length; i++) {
            over |= endsHere(lines, i);
            boolean foreign =
                    over || isQuoted(lines[i]) || FOOTER.matcher(lines[i]).matches();
            own.append(foreign ? " ".repeat(lines[i].length()) : lines[i]);
            if (i < lines.length - 1) {
                own.append('\n');
            }
        }
        return own.toString();
    }

    private static boolean isQuoted(String line) {
        return line.stripLeading().startsWith(">") || WROTE.matcher(line).matches();
    }

    private static boolean endsHere(String[] lines, int i) {
        var line = lines[i];
        var bare = line.strip();
        if (bare.equals("--") || bare.equals("—") || DIVIDER.matcher(line).matches()) {
            return true;
        }
        if (HEADER.matcher(line).matches()) {
            return i + 1 < lines.length && NEXT_HEADER.matcher(lines[i + 1]).matches();
        }
        return WROTE.matcher(line).matches() && !followedByQuote(lines, i + 1);
    }

    private static boolean followedByQuote(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                return lines[i].stripLeading().startsWith(">");
            }
        }
        return true;
    }
}
