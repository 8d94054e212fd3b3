/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.twilio.security.RequestValidator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Twilio's own library as the counterpart: what it takes we take, and what we sign it takes. */
class OfficialHelperTest {
    private static final String TOKEN = "12345";
    private static final String[] URLS = {
        "https://gateway.example/api/v1/hooks/sms/main",
        "https://gateway.example:443/api/v1/hooks/sms/main/status/0199c0de",
        "http://gateway.example:8080/api/v1/hooks/voice/main?x=a%20b&y=%2B1",
        "http://gateway.example/?q=1"
    };

    private final TwilioSignature ours = new TwilioSignature(List.of(TOKEN));
    private final RequestValidator theirs = new RequestValidator(TOKEN);

    @Test
    void weTakeWhatTheyTake() {
        var random = new Random(9);
        for (int round = 0; round < 400; round++) {
            var fields = fields(random);
            var url = URLS[round % URLS.length];
            var form = form(fields);
            var signature = ours.sign(url, Form.parse(form));
            assertTrue(theirs.validate(url, fields, signature), () -> url + " " + form);
            assertTrue(ours.isRight(url, Form.MEDIA_TYPE, form.getBytes(StandardCharsets.UTF_8), signature));
            var forged = (signature.charAt(0) == 'A' ? "B" : "A") + signature.substring(1);
            assertFalse(theirs.validate(url, fields, forged));
            assertFalse(ours.isRight(url, Form.MEDIA_TYPE, form.getBytes(StandardCharsets.UTF_8), forged));
        }
    }

    @Test
    void bothSeeTheDefaultPortAlike() {
        var fields = Map.of("CallSid", "CA1");
        var form = form(fields).getBytes(StandardCharsets.UTF_8);
        for (var called : List.of(
                "https://gateway.example/x", "https://gateway.example:443/x", "https://gateway.example:8443/x")) {
            for (var signed : List.of("https://gateway.example/x", "https://gateway.example:443/x")) {
                var signature = ours.sign(signed, Form.parse(form));
                assertEquals(
                        theirs.validate(called, fields, signature),
                        ours.isRight(called, Form.MEDIA_TYPE, form, signature),
                        called + " signed as " + signed);
            }
        }
    }

    private static Map<String, String> fields(Random random) {
        var fields = new HashMap<String, String>();
        int count = random.nextInt(8);
        for (int i = 0; i < count; i++) {
            fields.put(
                    (random.nextBoolean() ? "Field" : "field") + random.nextInt(20),
                    random.ints(random.nextInt(12), 32, 0x17F)
                            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            .toString());
        }
        return fields;
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> Form.encode(field.getKey()) + "=" + Form.encode(field.getValue()))
                .collect(Collectors.joining("&"));
    }
}
