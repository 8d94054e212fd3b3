/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway;

import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.eclipse.microprofile.config.ConfigProvider;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;

/** Meta's side of the hooks, written from its description, not from the gateway's code. */
public final class TestMeta {
    public static final String SECRET = "test-app-secret";
    public static final String VERIFY_TOKEN = "test-verify-token";
    public static final String NUMBER_ID = "5550001";
    public static final String OTHER_NUMBER_ID = "5550002";
    public static final String PAGE = "4001";
    public static final String ACCOUNT = "1784001";

    private static final String PREFIX = "saumaton.channel.";

    private TestMeta() {}

    /** Channels whose provider is expected at a port of this machine, another for each kind: what one asks must not reach another's test. */
    static Map<String, String> settings(IntSupplier freePort) {
        var ports = Map.of(
                "whatsapp", freePort.getAsInt(), "messenger", freePort.getAsInt(), "instagram", freePort.getAsInt());
        var settings = new TreeMap<String, String>();
        for (var channel : new String[] {"whatsapp.service", "whatsapp.sales", "messenger.shop", "instagram.shop"}) {
            settings.put(PREFIX + channel + ".app-secret", SECRET);
            settings.put(PREFIX + channel + ".verify-token", VERIFY_TOKEN);
            settings.put(PREFIX + channel + ".access-token", "test-access-token");
            settings.put(
                    PREFIX + channel + ".base-url",
                    "http://127.0.0.1:" + ports.get(channel.substring(0, channel.indexOf('.'))));
        }
        settings.put(PREFIX + "whatsapp.service.phone-number-id", NUMBER_ID);
        settings.put(PREFIX + "whatsapp.sales.phone-number-id", OTHER_NUMBER_ID);
        settings.put(PREFIX + "whatsapp.service.pair-gap", "PT0.1S");
        settings.put(PREFIX + "messenger.shop.page-id", PAGE);
        settings.put(PREFIX + "instagram.shop.account-id", ACCOUNT);
        settings.put(PREFIX + "instagram.shop.page-id", PAGE);
        return settings;
    }

    public static int port(String kind) {
        return URI.create(ConfigProvider.getConfig()
                        .getValue(
                                PREFIX + kind + (kind.equals("whatsapp") ? ".service" : ".shop") + ".base-url",
                                String.class))
                .getPort();
    }

    /** Forgets what is still to be looked up at the provider. */
    public static void askNoMore(String channel) {
        Database.value("delete from delivery d using message m where m.id = d.message_id and m.channel = ?", channel);
    }

    /** A signed hook. {@code channel}: {@code whatsapp/service}. */
    public static Response calls(String channel, String body) {
        return calls(channel, body, "sha256=" + signature(body));
    }

    public static Response calls(String channel, String body, String signature) {
        var request = given().contentType(ContentType.JSON).body(body.getBytes(UTF_8));
        if (signature != null) {
            request.header("X-Hub-Signature-256", signature);
        }
        return request.post("/api/v1/hooks/" + channel);
    }

    /** Of a call with this body. */
    public static Map<String, String> headers(String body) {
        return Map.of("Content-Type", "application/json", "X-Hub-Signature-256", "sha256=" + signature(body));
    }

    private static String signature(String body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
