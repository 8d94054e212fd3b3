/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Makes texts of strangers fit for storing: what PostgreSQL's text, jsonb and indexes refuse is replaced before it gets there. */
public final class Text {
    /** The longest value that may stand in an index. */
    private static final int LONGEST_KEY = 500;

    private Text() {}

    /** Without U+0000 and lone surrogates; null stays null. */
    public static String clean(String text) {
        if (text == null || isClean(text)) {
            return text;
        }
        var clean = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            i += Character.charCount(point);
            if (point != 0) {
                clean.appendCodePoint(isSurrogate(point) ? 0xFFFD : point);
            }
        }
        return clean.toString();
    }

    /** A clean text short enough for an index; a longer one is named by its digest, so that it stays itself. */
    public static String key(String text) {
        var clean = clean(text);
        if (clean == null || clean.length() <= LONGEST_KEY) {
            return clean;
        }
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(clean.getBytes(StandardCharsets.UTF_8));
            return "sha256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isClean(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSurrogate(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
