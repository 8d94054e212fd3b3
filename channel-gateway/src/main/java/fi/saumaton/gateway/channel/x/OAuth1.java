/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** OAuth 1.0a (RFC 5849, HMAC-SHA1): signs a request with a token that does not expire. Bodies of JSON are no part of it. */
final class OAuth1 {
    private static final String ALGORITHM = "HmacSHA1";

    private final String consumerKey;
    private final String token;
    private final SecretKeySpec key;

    OAuth1(String consumerKey, String consumerSecret, String token, String tokenSecret) {
        this.consumerKey = consumerKey;
        this.token = token;
        this.key = new SecretKeySpec(
                (encode(consumerSecret) + '&' + encode(tokenSecret)).getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    /** The header {@code Authorization}. {@code form}: parameters of a form body, none for JSON. */
    String header(String method, URI url, Map<String, String> form, String nonce, long epochSecond) {
        var oauth = new TreeMap<String, String>();
        oauth.put("oauth_consumer_key", consumerKey);
        oauth.put("oauth_nonce", nonce);
        oauth.put("oauth_signature_method", "HMAC-SHA1");
        oauth.put("oauth_timestamp", Long.toString(epochSecond));
        oauth.put("oauth_token", token);
        oauth.put("oauth_version", "1.0");
        oauth.put("oauth_signature", signature(method, url, form, oauth));
        return oauth.entrySet().stream()
                .map(entry -> entry.getKey() + "=\"" + encode(entry.getValue()) + '"')
                .collect(Collectors.joining(", ", "OAuth ", ""));
    }

    private String signature(String method, URI url, Map<String, String> form, Map<String, String> oauth) {
        var all = new TreeMap<String, String>();
        oauth.forEach((name, value) -> all.put(encode(name), encode(value)));
        form.forEach((name, value) -> all.put(encode(name), encode(value)));
        query(url).forEach((name, value) -> all.put(encode(name), encode(value)));
        var parameters = all.entrySet().stream()
                .map(entry -> entry.getKey() + '=' + entry.getValue())
                .collect(Collectors.joining("&"));
        return mac(method + '&' + encode(withoutQuery(url)) + '&' + encode(parameters));
    }

    private static Map<String, String> query(URI url) {
        var parameters = new TreeMap<String, String>();
        if (url.getRawQuery() != null) {
            for (var pair : url.getRawQuery().split("&")) {
                var parts = pair.split("=", 2);
                parameters.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
            }
        }
        return parameters;
    }

    private static String withoutQuery(URI url) {
        return url.getScheme() + "://" + url.getRawAuthority() + url.getRawPath();
    }

    private String mac(String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** RFC 3986: all but letters, digits and {@code -._~}. */
    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
