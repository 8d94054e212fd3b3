/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static java.net.URLEncoder.encode;

/** Twilio as the gateway meets it: it calls with signed forms; written from its documentation, not from the gateway's code. */
public final class TestTwilio {
    public static final String ACCOUNT = "AC00000000000000000000000000000001";
    public static final String TOKEN = "test-auth-token-0001";
    public static final String NUMBER = "+358450000001";
    public static final String PUBLIC = "https://gateway.example";

    private static final String FORM = "application/x-www-form-urlencoded";

    private final String door;

    /** {@code channel}: such as {@code sms/main}. */
    public TestTwilio(String channel) {
        this.door = "/api/v1/hooks/" + channel;
    }

    static Map<String, String> settings(int port) {
        var settings = new LinkedHashMap<String, String>();
        settings.put("saumaton.hooks.public-url", PUBLIC);
        for (var channel : new String[] {"sms.main", "sms.wa", "voice.main", "voice.recorded"}) {
            var prefix = "saumaton.channel." + channel + ".";
            settings.put(prefix + "account-sid", ACCOUNT);
            settings.put(prefix + "auth-tokens", TOKEN);
            settings.put(prefix + "number", NUMBER);
            settings.put(prefix + "base-url", "http://127.0.0.1:" + port);
        }
        settings.put("saumaton.channel.sms.main.per-second", "100");
        settings.put("saumaton.channel.sms.wa.whatsapp", "true");
        settings.put("saumaton.channel.voice.recorded.recording", "true");
        settings.put("saumaton.channel.voice.recorded.language", "en");
        return settings;
    }

    /** Where the gateway looks for the REST API. */
    public static int port() {
        return ConfigProvider.getConfig()
                .getValue("saumaton.channel.sms.main.base-url", URI.class)
                .getPort();
    }

    public static String sid(String prefix) {
        return prefix + UUID.randomUUID().toString().replace("-", "");
    }

    /** A number of somebody new. */
    public static String someNumber() {
        return "+35840" + String.format("%08d", Math.abs(UUID.randomUUID().getMostSignificantBits() % 100_000_000));
    }

    public Response tells(Map<String, String> fields) {
        return tells("", fields);
    }

    /** {@code rest}: below the channel's own address, with its slash. */
    public Response tells(String rest, Map<String, String> fields) {
        return tells(rest, fields, signature(PUBLIC + door + rest, fields));
    }

    public Response tells(String rest, Map<String, String> fields, String signature) {
        var request = given().config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                                .encodeContentTypeAs(FORM, ContentType.BINARY)))
                .header("Content-Type", FORM)
                .body(form(fields).getBytes(StandardCharsets.UTF_8));
        if (signature != null) {
            request.header("X-Twilio-Signature", signature);
        }
        return request.post(door + rest);
    }

    /** At an address that the gateway has named. */
    public Response follows(String url, Map<String, String> fields) {
        if (!url.startsWith(PUBLIC + door)) {
            throw new AssertionError("not this channel's: " + url);
        }
        return tells(url.substring((PUBLIC + door).length()), fields);
    }

    public static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    public static String signature(String url, Map<String, String> fields) {
        var text = new StringBuilder(url);
        new TreeMap<>(fields).forEach((name, value) -> text.append(name).append(value));
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            return Base64.getEncoder()
                    .encodeToString(mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, String> fields(String... namesAndValues) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("AccountSid", ACCOUNT);
        fields.put("ApiVersion", "2010-04-01");
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return fields;
    }
}
