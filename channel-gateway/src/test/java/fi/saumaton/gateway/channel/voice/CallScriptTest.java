/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.twilio.Form;
import fi.saumaton.gateway.channel.twilio.Twiml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CallScriptTest {
    private static final String HOOKS = "https://gateway.example/api/v1/hooks/voice/main";
    private static final String CALL = "CallSid=CA1&Direction=inbound&CallStatus=in-progress&From=%2B358401234567";

    private final CallScript script = new CallScript(new Line(false), HOOKS, "main");

    @Test
    void greetsAndLetsWait() {
        var twiml = hears("", CALL, null);
        assertTrue(twiml.contains("<Say language=\"fi-FI\">Tervetuloa asiakaspalveluun.</Say>"), twiml);
        assertTrue(
                twiml.contains("<Enqueue waitUrl=\"" + HOOKS + "/wait\" waitUrlMethod=\"POST\" action=\"" + HOOKS
                        + "/left\" method=\"POST\">main</Enqueue>"),
                twiml);
        assertFalse(twiml.contains("<Gather"), "nobody is asked about recordings");
    }

    @Test
    void asksBeforeItRecords() {
        var asking = new CallScript(new Line(true), HOOKS, "main");
        var twiml = asking.answer(Step.at(""), Form.parse(CALL), null).text();
        assertTrue(twiml.contains("action=\"" + HOOKS + "/consent\""), twiml);
        var refused = Call.arrived("CA1", "voice:main", "+358401234567", Instant.EPOCH);
        var agreed = refused.on(new CallNews.Consent("CA1", true, Instant.EPOCH));
        var telephone = new Telephone(Telephone.Kind.NUMBER, "+358450000001");
        assertFalse(asking.connect(refused, telephone).text().contains("record"));
        assertTrue(asking.connect(agreed, telephone).text().contains(HOOKS + "/recording/CA1"));
        assertFalse(script.connect(agreed, telephone).text().contains("record"), "recording is switched off");
    }

    @Test
    void tellsTheTruthAboutTheWait() {
        assertTrue(hears("wait", CALL + "&QueueTime=10", null).contains("Vastaamme heti, kun joku vapautuu."));
        var known = hears("wait", CALL + "&QueueTime=10", Duration.ofSeconds(290));
        assertTrue(known.contains("noin 5 minuutissa"), known);
        var longer = hears("wait", CALL + "&QueueTime=400", Duration.ofSeconds(290));
        assertTrue(longer.contains("Olet odottanut 6 minuuttia."), longer);
        assertFalse(longer.contains("noin 5"), "that has become untrue");
    }

    @Test
    void offersACallBackToWhoCanBeCalledBack() {
        assertTrue(hears("wait", CALL, null).contains("action=\"" + HOOKS + "/choice\""));
        assertFalse(hears("wait", "CallSid=CA1&From=anonymous", null).contains("Gather"));
        assertTrue(hears("choice", CALL + "&Digits=1", null).contains("Soitamme sinulle takaisin"));
        assertEquals(Twiml.NOTHING.text(), hears("choice", CALL + "&Digits=5", null));
    }

    @Test
    void goesBackToTheQueueWhenNobodyAnswers() {
        var twiml = hears("dialled/CA1", CALL + "&DialCallStatus=no-answer", null);
        assertTrue(twiml.contains("Paikkasi jonossa säilyy."), twiml);
        assertTrue(twiml.contains("<Enqueue"), twiml);
        assertTrue(
                hears("dialled/CA1", CALL + "&DialCallStatus=completed", null).contains("<Hangup>"));
        var ours = "CallSid=CA9&Direction=outbound-api&CallStatus=in-progress&DialCallStatus=busy";
        assertTrue(hears("dialled/x", ours, null).contains("<Hangup>"), "an agent does not wait in the queue");
    }

    @Test
    void callsTheCustomerWithTheCompanysNumber() {
        var call = Call.made(
                UUID.fromString("0199c0de-0001-7000-8000-000000000001"),
                "voice:main",
                "+358401234567",
                UUID.randomUUID(),
                "jenni",
                "Jenni",
                Instant.EPOCH);
        var twiml = script.callOut(call).text();
        assertTrue(twiml.contains("callerId=\"+358450000000\""), twiml);
        assertTrue(twiml.contains(">+358401234567</Number>"), twiml);
        assertTrue(twiml.contains(HOOKS + "/leg/0199c0de-0001-7000-8000-000000000001"), twiml);
    }

    @Test
    void ringsEveryKindOfTelephone() {
        var call = Call.arrived("CA1", "voice:main", null, Instant.EPOCH);
        assertTrue(script.connect(call, new Telephone(Telephone.Kind.SIP, "sip:jenni@pbx.example"))
                .text()
                .contains("<Sip "));
        assertTrue(script.connect(call, new Telephone(Telephone.Kind.BROWSER, "jenni"))
                .text()
                .contains("<Client "));
    }

    private String hears(String rest, String form, Duration usual) {
        return script.answer(Step.at(rest), Form.parse(form), usual).text();
    }

    private record Line(boolean recording) implements VoiceConfig.Line {
        @Override
        public String accountSid() {
            return "AC1";
        }

        @Override
        public List<String> authTokens() {
            return List.of("12345");
        }

        @Override
        public URI baseUrl() {
            return URI.create("https://api.twilio.com");
        }

        @Override
        public String number() {
            return "+358450000000";
        }

        @Override
        public String language() {
            return "fi";
        }

        @Override
        public Optional<String> greeting() {
            return Optional.empty();
        }

        @Override
        public Optional<URI> music() {
            return Optional.empty();
        }

        @Override
        public Duration pause() {
            return Duration.ofSeconds(20);
        }

        @Override
        public boolean callBack() {
            return true;
        }

        @Override
        public Duration ring() {
            return Duration.ofSeconds(20);
        }
    }
}
