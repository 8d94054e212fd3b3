/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.text.BreakIterator;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * How long a post is as X counts: most Latin, Cyrillic, Greek, Hebrew, Arabic and similar characters 1, everything else (Chinese, Japanese, Korean, an
 * emoji with all its parts) 2, and a link 23 however long it is. Source: twitter-text's configuration, version 3.
 */
final class PostLength {
    private static final int LINK = 23;
    private static final Pattern LINKS = Pattern.compile("https?://\\S+", Pattern.CASE_INSENSITIVE);

    private PostLength() {}

    static int of(String text) {
        var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
        var links = LINKS.matcher(normal);
        int length = 0;
        int end = 0;
        while (links.find()) {
            length += characters(normal.substring(end, links.start())) + LINK;
            end = links.end();
        }
        return length + characters(normal.substring(end));
    }

    private static int characters(String text) {
        var clusters = BreakIterator.getCharacterInstance(Locale.ROOT);
        clusters.setText(text);
        int length = 0;
        int start = clusters.first();
        for (int end = clusters.next(); end != BreakIterator.DONE; start = end, end = clusters.next()) {
            length += weight(text.substring(start, end));
        }
        return length;
    }

    private static int weight(String cluster) {
        boolean emoji = cluster.codePoints().anyMatch(point -> Character.isEmojiPresentation(point) || point == 0xFE0F);
        return emoji
                ? 2
                : cluster.codePoints().map(point -> isLight(point) ? 1 : 2).sum();
    }

    private static boolean isLight(int point) {
        return point <= 0x10FF
                || point >= 0x2000 && point <= 0x200D
                || point >= 0x2010 && point <= 0x201F
                || point >= 0x2032 && point <= 0x2037;
    }
}
