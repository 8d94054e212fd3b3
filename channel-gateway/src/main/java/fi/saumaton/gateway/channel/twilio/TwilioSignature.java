/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * {@code X-Twilio-Signature}: base64 of HMAC-SHA1 over the public URL as Twilio called it, followed by each field of the form, sorted by name. Bodies
 * that are no form are covered by their digest in the URL, {@code bodySHA256}. Twilio signs some URLs with their default port and some without, so both
 * fit.
 */
public final class TwilioSignature {
    public static final String HEADER = "X-Twilio-Signature";

    private static final String ALGORITHM = "HmacSHA1";
    private static final String BODY_DIGEST = "bodySHA256";
    private static final Pattern ORIGIN = Pattern.compile("^(https?)://([^/?#:]+)(:\\d+)?", Pattern.CASE_INSENSITIVE);

    private final List<SecretKeySpec> keys;

    /** @param tokens the account's auth tokens: one, or two while they are rotated */
    public TwilioSignature(List<String> tokens) {
        if (tokens.isEmpty() || tokens.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("an account needs its auth token");
        }
        this.keys = tokens.stream()
                .map(token -> new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), ALGORITHM))
                .toList();
    }

    /** {@code signature} may be null: then it is wrong. */
    public boolean isRight(String url, String contentType, byte[] body, String signature) {
        if (signature == null) {
            return false;
        }
        boolean form = contentType != null && contentType.startsWith(Form.MEDIA_TYPE);
        boolean intact = form || body.length == 0 || hasDigest(url, body);
        var fields = form ? sorted(Form.parse(body)) : "";
        boolean right = false;
        for (var key : keys) {
            right |= equal(sign(key, withoutPort(url) + fields), signature);
            right |= equal(sign(key, withPort(url) + fields), signature);
        }
        return right && intact;
    }

    /** For a form, with the URL as it is and the first token. */
    String sign(String url, Form form) {
        return sign(keys.getFirst(), url + sorted(form));
    }

    private static String sign(SecretKeySpec key, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sorted(Form form) {
        var text = new StringBuilder();
        new TreeMap<>(form.fields())
                .forEach((name, values) ->
                        new TreeSet<>(values).forEach(value -> text.append(name).append(value)));
        return text.toString();
    }

    private static boolean hasDigest(String url, byte[] body) {
        int query = url.indexOf('?');
        var digest = query < 0 ? null : Form.parse(url.substring(query + 1)).get(BODY_DIGEST);
        return digest != null && equal(sha256(body), digest.toLowerCase(Locale.ROOT));
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String withoutPort(String url) {
        return ORIGIN.matcher(url).replaceFirst("$1://$2");
    }

    private static String withPort(String url) {
        var origin = ORIGIN.matcher(url);
        if (!origin.find() || origin.group(3) != null) {
            return url;
        }
        var port = origin.group(1).equalsIgnoreCase("https") ? ":443" : ":80";
        return origin.replaceFirst("$1://$2" + port);
    }

    private static boolean equal(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
