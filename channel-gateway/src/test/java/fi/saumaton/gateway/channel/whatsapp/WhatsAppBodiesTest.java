/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.OutboundFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

class WhatsAppBodiesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final UUID ID = UUID.fromString("01993f00-0000-7000-8000-000000000001");
    private static final Handle PHONE = Handle.proven("phone", "+358401234567", "channel");
    private static final Handle USER = Handle.proven("whatsapp", "FI.7", "channel");

    private final WhatsAppBodies bodies = new WhatsAppBodies(JSON, "Choose");

    private static void assertJson(String expected, JsonNode actual) throws JsonProcessingException {
        assertEquals(JSON.readTree(expected), JSON.readTree(actual.toString()));
    }

    @Test
    void aTextGoesToANumber() throws Exception {
        assertJson("""
                {"messaging_product":"whatsapp","recipient_type":"individual","to":"+358401234567","type":"text",
                "biz_opaque_callback_data":"01993f00-0000-7000-8000-000000000001",
                "text":{"preview_url":true,"body":"Yes, five of them."}}
                """, bodies.text(PHONE, ID, "Yes, five of them."));
    }

    @Test
    void aUserWithoutANumberIsTheRecipient() {
        var body = bodies.text(USER, ID, "Hi");
        assertEquals("FI.7", body.path("recipient").asText());
        assertFalse(body.has("to"));
    }

    @Test
    void countedParametersOfATemplateKeepTheirOrder() throws Exception {
        var parameters = IntStream.rangeClosed(1, 11)
                .boxed()
                .collect(java.util.stream.Collectors.toMap(String::valueOf, n -> "p" + n));
        var template = new Content.Template("case_update", "fi", parameters);
        var sent = bodies.template(PHONE, ID, template).path("template");
        assertEquals("case_update", sent.path("name").asText());
        assertEquals("fi", sent.path("language").path("code").asText());
        var values = sent.path("components").path(0).path("parameters").findValuesAsText("text");
        assertEquals(IntStream.rangeClosed(1, 11).mapToObj(n -> "p" + n).toList(), values);
        assertFalse(sent.path("components").path(0).path("parameters").path(0).has("parameter_name"));
        assertFalse(bodies.template(PHONE, ID, new Content.Template("hello", "fi", Map.of()))
                .path("template")
                .has("components"));
    }

    @Test
    void namedParametersOfATemplateAreSentByName() throws Exception {
        var template = new Content.Template("case_update", "fi", Map.of("customer", "Mikko"));
        assertJson(
                "{\"type\":\"text\",\"parameter_name\":\"customer\",\"text\":\"Mikko\"}",
                bodies.template(PHONE, ID, template).at("/template/components/0/parameters/0"));
    }

    @Test
    void fewShortChoicesAreButtons() throws Exception {
        var choices = new Content.Choices(
                List.of(new Content.Option("yes", "Yes", null), new Content.Option("no", "No", null)));
        assertJson("""
                {"type":"button","body":{"text":"Solved?"},"action":{"buttons":[
                {"type":"reply","reply":{"id":"yes","title":"Yes"}},{"type":"reply","reply":{"id":"no","title":"No"}}]}}
                """, bodies.choices(PHONE, ID, "Solved?", choices).path("interactive"));
    }

    @Test
    void manyOrLongChoicesAreAList() throws Exception {
        var choices = new Content.Choices(List.of(
                new Content.Option("a", "Express", "Next day"),
                new Content.Option("b", "Delivered to the door by a person", null)));
        assertJson("""
                {"type":"list","body":{"text":"How?"},"action":{"button":"Choose","sections":[{"rows":[
                {"id":"a","title":"Express","description":"Next day"},
                {"id":"b","title":"Delivered to the door b…","description":"Delivered to the door by a person"}]}]}}
                """, bodies.choices(PHONE, ID, "How?", choices).path("interactive"));
        var four = new Content.Choices(IntStream.range(0, 4)
                .mapToObj(n -> new Content.Option("o" + n, "O" + n, null))
                .toList());
        assertEquals(
                "list",
                bodies.choices(PHONE, ID, "Which?", four)
                        .at("/interactive/type")
                        .asText());
    }

    @Test
    void aFileGoesAsWhatWhatsAppCanPlay() throws Exception {
        var picture = new OutboundFile("oil.jpg", "image/jpeg", new byte[1]);
        assertJson(
                "{\"id\":\"9\",\"caption\":\"This one\"}",
                bodies.file(PHONE, ID, picture, "9", "This one").path("image"));
        var paper = new OutboundFile("offer.pdf", "application/pdf", new byte[1]);
        assertJson(
                "{\"id\":\"9\",\"filename\":\"offer.pdf\"}",
                bodies.file(PHONE, ID, paper, "9", null).path("document"));
        assertEquals(FileForm.DOCUMENT, FileForm.of("image/gif"));
        assertEquals(FileForm.AUDIO, FileForm.of("audio/ogg; codecs=opus"));
    }

    @Test
    void typingIsShownAtAMessageThatWasRead() throws Exception {
        assertJson(
                "{\"messaging_product\":\"whatsapp\",\"status\":\"read\",\"message_id\":\"wamid.1\",\"typing_indicator\":{\"type\":\"text\"}}",
                bodies.read("wamid.1", true));
        assertFalse(bodies.read("wamid.1", false).has("typing_indicator"));
    }
}
