/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** The expected values are those of Twilio's own helper library for the same requests. */
class TwilioSignatureTest {
    private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
    private static final String FIELDS =
            "Digits=1234&CallSid=CA1234567890ABCDE&To=%2B18005551212&Caller=%2B14158675309&From=%2B14158675309";

    private final TwilioSignature signature = new TwilioSignature(List.of("12345"));

    @Test
    void signsTheUrlAndTheSortedFields() {
        assertEquals("RSOYDt4T1cUTdK1PDd93/VVr8B8=", signature.sign(URL, Form.parse(FIELDS)));
        assertTrue(isRight(URL, FIELDS, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    @Test
    void fitsWithAndWithoutTheDefaultPort() {
        assertTrue(isRight(URL, FIELDS, "kvajT1Ptam85bY51eRf/AJRuM3w="), "signed with :443");
        assertTrue(isRight(URL.replace(".com", ".com:443"), FIELDS, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        assertTrue(isRight(URL.replace("https", "http"), FIELDS, "0ZXoZLH/DfblKGATFgpif+LLRf4="), "signed with :80");
    }

    @Test
    void keepsAPortOfItsOwn() {
        assertTrue(isRight("http://mycompany.com:1234/myapp.php?foo=1&bar=2", FIELDS, "Zmvh+3yNM1Phv2jhDCwEM3q5ebU="));
    }

    @Test
    void sortsByCaseAndKeepsEmptyFields() {
        assertTrue(isRight(URL, "callSid=lowercase&CallSid=uppercase&CALLSID=allcaps", "jDK7WKT8wiNrwggd4ceTv4e1MJ4="));
        assertTrue(isRight(URL, "Digits=&CallSid=CA1234567890ABCDE&EmptyParam=", "9HHp/OqQMEwdrVebHDdA/+tqjX8="));
    }

    @Test
    void decodesWhatTheFormHasEscaped() {
        var fields = "Message=Hello+%26+goodbye%21+%40%23%24%25%5E%2A%28%29&From=%2B1+%28415%29+867-5309"
                + "&Special=unicode%3A+%C3%B1%C3%A1%C3%A9%C3%AD%C3%B3%C3%BA";
        assertTrue(isRight(URL, fields, "dCPiR4WtQ6QFN6pJh81CtlCcWLQ="));
    }

    @Test
    void leavesTheQueryAsItWasCalled() {
        var url = "https://mycompany.com/myapp.php?foo=hello%20world&bar=test%2Bvalue";
        assertTrue(isRight(url, FIELDS, "er2tvAP1Wx+iuTTE2BPgvEaN1cs="));
    }

    @Test
    void coversABodyThatIsNoFormByItsDigest() {
        var body = "{\"property\": \"value\", \"boolean\": true}".getBytes(StandardCharsets.UTF_8);
        var url = URL + "&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
        assertTrue(signature.isRight(url, "application/json", body, "a9nBmqA0ju/hNViExpshrM61xv4="));
        var other = "{\"property\": \"other\"}".getBytes(StandardCharsets.UTF_8);
        assertFalse(signature.isRight(url, "application/json", other, "a9nBmqA0ju/hNViExpshrM61xv4="));
        assertFalse(signature.isRight(URL, "application/json", body, "zYQTYrRWXE7LtzbG4PfP7/bkkGo="), "no digest");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertFalse(isRight(URL, FIELDS, null));
        assertFalse(isRight(URL, FIELDS, ""));
        assertFalse(isRight(URL, FIELDS + "&Body=more", "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        assertFalse(isRight(URL + "&more=1", FIELDS, "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
        assertFalse(new TwilioSignature(List.of("54321"))
                .isRight(URL, Form.MEDIA_TYPE, bytes(FIELDS), "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    @Test
    void takesEitherTokenDuringARotation() {
        var both = new TwilioSignature(List.of("new", "12345"));
        assertTrue(both.isRight(URL, Form.MEDIA_TYPE, bytes(FIELDS), "RSOYDt4T1cUTdK1PDd93/VVr8B8="));
    }

    @Test
    void needsAToken() {
        assertThrows(IllegalArgumentException.class, () -> new TwilioSignature(List.of(" ")));
    }

    private boolean isRight(String url, String fields, String given) {
        return signature.isRight(url, Form.MEDIA_TYPE + "; charset=UTF-8", bytes(fields), given);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
