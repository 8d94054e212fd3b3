/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads text whose declared encoding may be missing, unknown or a lie. Never throws. */
final class LenientText {
    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
    /** Single-byte labels that senders put on anything: UTF-8 under them is recognised by its bytes. */
    private static final Set<String> DOUBTED = Set.of(
            "us-ascii", "ascii", "iso-8859-1", "latin1", "iso-8859-15", "windows-1252", "cp1252", "unknown-8bit");

    private static final Pattern ENCODED_WORD = Pattern.compile("=\\?([^?\\s]{1,60})\\?([bBqQ])\\?([^?]{0,4000})\\?=");

    private LenientText() {}

    /** The bytes as text: by the label when it fits, else UTF-8 when that fits, else windows-1252. */
    static String decode(byte[] bytes, String label) {
        var name = label == null ? "" : label.strip().replace("\"", "").toLowerCase(Locale.ROOT);
        if (name.isEmpty() || DOUBTED.contains(name)) {
            return strict(bytes, StandardCharsets.UTF_8).orElseGet(() -> western(bytes, name));
        }
        return charset(name)
                .flatMap(charset -> strict(bytes, charset))
                .or(() -> strict(bytes, StandardCharsets.UTF_8))
                .orElseGet(() -> closest(bytes, charset(name).orElse(WINDOWS_1252)));
    }

    /** The declared charset if it fits more than not, otherwise what Western mail programs mislabel. */
    private static String closest(byte[] bytes, Charset declared) {
        var text = new String(bytes, declared);
        long unreadable = text.chars().filter(c -> c == '\uFFFD').count();
        long readable = text.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return unreadable > readable ? new String(bytes, WINDOWS_1252) : text;
    }

    /**
     * A header value as the mail library gives it (one char per byte): raw 8-bit text is decoded, RFC 2047 words are
     * decoded wherever they stand, and a character cut between two words is put together again.
     */
    static String header(String raw) {
        if (raw == null) {
            return "";
        }
        var unfolded = raw.replaceAll("\\r?\\n(?=[ \\t])", "").replaceAll("[\\r\\n]+", " ");
        var text = isBytes(unfolded) ? decode(unfolded.getBytes(StandardCharsets.ISO_8859_1), null) : unfolded;
        return withoutControls(words(text)).strip();
    }

    /** Without the control characters that neither a database nor a reader wants; line breaks and tabs stay. */
    static String withoutControls(String text) {
        return text.codePoints()
                .filter(c -> c >= 32 && c != 127 || c == '\n' || c == '\t')
                .filter(c -> !(c >= 0xD800 && c <= 0xDFFF))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static String words(String text) {
        var out = new StringBuilder();
        var pending = new ByteArrayOutputStream();
        String pendingCharset = null;
        int end = 0;
        Matcher matcher = ENCODED_WORD.matcher(text);
        while (matcher.find()) {
            var between = text.substring(end, matcher.start());
            var charset = matcher.group(1).replaceFirst("\\*.*", "").toLowerCase(Locale.ROOT);
            boolean adjacent = pendingCharset != null && between.isBlank();
            if (!adjacent || !charset.equals(pendingCharset)) {
                out.append(flush(pending, pendingCharset));
            }
            if (!adjacent) {
                out.append(between);
            }
            pending.writeBytes(wordBytes(matcher.group(2), matcher.group(3)));
            pendingCharset = charset;
            end = matcher.end();
        }
        return out.append(flush(pending, pendingCharset))
                .append(text.substring(end))
                .toString();
    }

    private static String flush(ByteArrayOutputStream pending, String charset) {
        var text = pending.size() == 0 ? "" : decode(pending.toByteArray(), charset);
        pending.reset();
        return text;
    }

    private static byte[] wordBytes(String encoding, String payload) {
        return encoding.equalsIgnoreCase("b") ? base64(payload) : quotedPrintable(payload.replace('_', ' '));
    }

    /** Base64 with foreign characters, missing padding or a cut end. */
    static byte[] base64(String payload) {
        try {
            return Base64.getMimeDecoder().decode(payload.strip());
        } catch (IllegalArgumentException broken) {
            return looseBase64(payload);
        }
    }

    private static byte[] looseBase64(String payload) {
        var clean = new StringBuilder(payload.length());
        for (int i = 0; i < payload.length() && payload.charAt(i) != '='; i++) {
            char c = payload.charAt(i);
            if (c < 128 && (Character.isLetterOrDigit(c) || c == '+' || c == '/')) {
                clean.append(c);
            }
        }
        if (clean.length() % 4 == 1) {
            clean.setLength(clean.length() - 1);
        }
        return Base64.getDecoder().decode(clean.toString());
    }

    /** Quoted-printable in which anything that is no valid escape stays as it is. */
    static byte[] quotedPrintable(String payload) {
        var out = new ByteArrayOutputStream(payload.length());
        for (int i = 0; i < payload.length(); i++) {
            char c = payload.charAt(i);
            int high = c == '=' && i + 2 < payload.length() ? Character.digit(payload.charAt(i + 1), 16) : -1;
            int low = high >= 0 ? Character.digit(payload.charAt(i + 2), 16) : -1;
            if (low >= 0) {
                out.write(high * 16 + low);
                i += 2;
            } else if (c < 256) {
                out.write(c);
            } else {
                out.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static boolean isBytes(String text) {
        return text.chars().allMatch(c -> c < 256) && text.chars().anyMatch(c -> c > 127);
    }

    private static String western(byte[] bytes, String name) {
        return new String(bytes, name.equals("iso-8859-15") ? charset(name).orElse(WINDOWS_1252) : WINDOWS_1252);
    }

    private static Optional<String> strict(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notThisOne) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }
}
