/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SampleSignaturesTest {
    private static final Pattern FILE =
            Pattern.compile("file twilio/(\\w+)\\.txt posted to (\\S+), auth token `(\\w+)`");

    @Test
    void eachSampleIsSignedAsItsVectorSays() throws IOException {
        int checked = 0;
        for (var vector : new ObjectMapper().readTree(TwilioSamples.vectors().toFile())) {
            var found = FILE.matcher(vector.path("case").asText());
            if (found.find()) {
                var signature = new TwilioSignature(List.of(found.group(3)));
                assertTrue(
                        signature.isRight(
                                found.group(2),
                                Form.MEDIA_TYPE,
                                TwilioSamples.body(found.group(1)),
                                vector.path("value").asText()),
                        found.group(1));
                checked++;
            }
        }
        assertEquals(4, checked);
    }
}
