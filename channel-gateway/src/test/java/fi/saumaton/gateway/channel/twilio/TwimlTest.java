/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TwimlTest {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @Test
    void saysNothingAsAnEmptyResponse() {
        assertEquals(HEAD + "<Response></Response>", Twiml.NOTHING.text());
    }

    @Test
    void offersAKeyBeforeTheQueue() throws Exception {
        var twiml = Twiml.of(
                new Twiml.Gather(
                        1, Duration.ofSeconds(5), "/hook?step=choice&x=1", List.of(new Twiml.Say("Paina 1", "fi-FI"))),
                new Twiml.Enqueue("support", "/hook?step=wait", "/hook?step=left"));
        var document = read(twiml);
        var gather = (Element) document.getElementsByTagName("Gather").item(0);
        assertEquals("/hook?step=choice&x=1", gather.getAttribute("action"));
        assertEquals("1", gather.getAttribute("numDigits"));
        assertEquals("dtmf", gather.getAttribute("input"));
        var say = (Element) gather.getElementsByTagName("Say").item(0);
        assertEquals("fi-FI", say.getAttribute("language"));
        assertEquals("Paina 1", say.getTextContent());
        assertEquals("support", document.getElementsByTagName("Enqueue").item(0).getTextContent());
    }

    @Test
    void recordsOnlyWhenThereIsWhereToTellIt() {
        var target = new Twiml.Target(Twiml.Target.Kind.NUMBER, "+358401234567", "/leg");
        var silent = Twiml.of(new Twiml.Dial(target, Duration.ofSeconds(20), "/done", null, null));
        assertEquals(
                HEAD + "<Response><Dial timeout=\"20\" action=\"/done\" method=\"POST\">"
                        + "<Number statusCallback=\"/leg\" statusCallbackEvent=\"initiated ringing answered completed\""
                        + " statusCallbackMethod=\"POST\">+358401234567</Number></Dial></Response>",
                silent.text());
        var recorded = Twiml.of(new Twiml.Dial(target, Duration.ofSeconds(20), "/done", null, "/recording"));
        assertEquals(
                true,
                recorded.text().contains(" record=\"record-from-answer-dual\" recordingStatusCallback=\"/recording\""));
    }

    @Test
    void staysWellFormedWhateverIsSaid() throws Exception {
        var random = new Random(4);
        for (int round = 0; round < 300; round++) {
            var text = random.ints(40, 0, round % 2 == 0 ? 0x80 : Character.MAX_CODE_POINT + 1)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            var say = (Element) read(Twiml.of(new Twiml.Say(text, text)))
                    .getElementsByTagName("Say")
                    .item(0);
            assertEquals(allowed(text), say.getTextContent());
            assertEquals(allowed(text), say.getAttribute("language"));
        }
    }

    private static String allowed(String text) {
        return text.codePoints()
                .map(point -> point == '\t'
                                || point == '\n'
                                || point == '\r'
                                || point >= 0x20 && point < 0xD800
                                || point > 0xDFFF && point != 0xFFFE && point != 0xFFFF
                        ? point
                        : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static Document read(Twiml twiml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(twiml.bytes()));
    }
}
