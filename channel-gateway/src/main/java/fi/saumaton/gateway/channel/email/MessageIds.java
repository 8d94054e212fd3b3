/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Message-IDs as they stand in header fields, angle brackets included. */
final class MessageIds {
    /** RFC 5322 allows 998 characters; the field's name takes some of them. */
    private static final int LONGEST_LINE = 900;

    private static final Pattern ID = Pattern.compile("<([^<>\\s]{1,900})>");

    private MessageIds() {}

    /** All well-formed ids in the order they stand; broken ones are passed over. */
    static List<String> parse(String value) {
        return ID.matcher(value == null ? "" : value)
                .results()
                .map(match -> "<" + match.group(1) + ">")
                .distinct()
                .collect(Collectors.toCollection(ArrayList::new));
    }

    /** The id at the start of what is stored for a mail, null when that is only a hash. */
    static String of(String stored) {
        var matcher = ID.matcher(stored == null ? "" : stored);
        return matcher.lookingAt() ? matcher.group() : null;
    }

    /** The References of an answer: its ancestors, oldest first, and its parent; cut in the middle to fit one line. */
    static List<String> references(List<String> ancestors, String parent) {
        var all = new ArrayList<String>();
        ancestors.stream()
                .map(MessageIds::of)
                .filter(Objects::nonNull)
                .distinct()
                .forEach(all::add);
        var last = of(parent);
        if (last != null) {
            all.remove(last);
            all.add(last);
        }
        while (all.size() > 2 && String.join(" ", all).length() > LONGEST_LINE) {
            all.remove(1);
        }
        return all;
    }

    /** Stands for a mail's identity: the same content gives the same hash, wherever the mail was fetched from. */
    static String contentHash(String... parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                digest.update((part == null ? "" : part).getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
