/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

import io.restassured.http.ContentType;
import io.restassured.response.Response;

import fi.saumaton.gateway.channel.SocialSettings;

import static io.restassured.RestAssured.given;

/** Somebody who comments on a post of the company's, and LinkedIn, which tells us. */
public final class TestCommenter {
    private final long number = ThreadLocalRandom.current().nextLong(1L << 60);

    public String handle() {
        return "urn:li:person:m" + number;
    }

    long number() {
        return number;
    }

    String comment() {
        return "urn:li:comment:(urn:li:activity:70," + number + ")";
    }

    public void writes(String text) {
        hook(notification(text)).then().statusCode(200);
    }

    public void deletes() {
        hook(notification("COMMENT_DELETE", "")).then().statusCode(200);
    }

    String notification(String text) {
        return notification("COMMENT", text);
    }

    private String notification(String action, String text) {
        return """
                {"type":"ORGANIZATION_SOCIAL_ACTION_NOTIFICATIONS","notifications":[{"notificationId":%d,"action":"%s",
                "organizationalEntity":"urn:li:organization:9","lastModifiedAt":1795341600123,"sourcePost":"urn:li:activity:70",
                "decoratedGeneratedActivity":{"comment":{"owner":"%s","text":"%s","entity":"%s"}}}]}
                """.formatted(number, action, handle(), text, comment());
    }

    static Response hook(String body) {
        return hook(body, SocialSettings.CLIENT_SECRET);
    }

    /** {@code secret}: null for no signature. */
    static Response hook(String body, String secret) {
        var bytes = body.getBytes(StandardCharsets.UTF_8);
        var request = given().contentType(ContentType.JSON);
        if (secret != null) {
            request.header("X-LI-Signature", new LinkedInSignature(secret).sign(bytes));
        }
        return request.body(bytes).post("/api/v1/hooks/linkedin/company");
    }
}
