/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.OutboundFile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TelegramCallsTest {
    private static final UUID ID = UUID.fromString("0199f2c4-7b1e-7c3a-9d2e-1f2a3b4c5d6e");

    private static Outbound message(
            String text, String inReplyTo, List<String> references, Content content, List<OutboundFile> files) {
        return new Outbound(
                ID,
                ID,
                "telegram:shop",
                "K7-23",
                Handle.proven("telegram", "51", "channel"),
                "Mikko",
                null,
                text,
                "Jenni",
                inReplyTo,
                references,
                1,
                content,
                files,
                true,
                null);
    }

    private static Outbound message(String text) {
        return message(text, "51:42", List.of("51:42"), Content.text(), List.of());
    }

    private static JsonNode body(TelegramCalls.Call call) {
        return UpdateParserTest.json(new String(call.body(), StandardCharsets.UTF_8));
    }

    @Test
    void aTextGoesToTheChatWithoutQuotingWhatWasSaidLast() {
        var calls = TelegramCalls.of(message("Hei Mikko"));
        assertEquals(1, calls.size());
        assertEquals("sendMessage", calls.getFirst().method());
        assertEquals(UpdateParserTest.json("{\"chat_id\":\"51\",\"text\":\"Hei Mikko\"}"), body(calls.getFirst()));
    }

    @Test
    void anEarlierMessageIsQuoted() {
        var call = TelegramCalls.of(
                        message("To the first one", "51:40", List.of("51:40", "51:42"), Content.text(), List.of()))
                .getFirst();
        assertEquals(
                UpdateParserTest.json("{\"message_id\":40,\"allow_sending_without_reply\":true}"),
                body(call).path("reply_parameters"));
    }

    @Test
    void aPressOrAReactionIsNoMessageToQuote() {
        var call = TelegramCalls.of(message(
                        "Noted", "update:70", List.of("51:40", "update:70", "51:42"), Content.text(), List.of()))
                .getFirst();
        assertFalse(body(call).has("reply_parameters"));
        assertEquals("51", body(call).path("chat_id").asText());
    }

    @Test
    void whatWasAskedInAGroupIsAnsweredThere() {
        var call = TelegramCalls.of(message("Yes", "-100123:9", List.of("-100123:9"), Content.text(), List.of()))
                .getFirst();
        assertEquals("-100123", body(call).path("chat_id").asText());
    }

    @Test
    void aLongTextIsSeveralCallsAndButtonsStandBelowTheLast() {
        var choices =
                new Content.Choices(List.of(new Content.Option("y", "Yes", null), new Content.Option("n", "No", null)));
        var calls = TelegramCalls.of(message("word ".repeat(1000), null, List.of(), choices, List.of()));
        assertEquals(2, calls.size());
        assertFalse(body(calls.get(0)).has("reply_markup"));
        assertEquals(
                UpdateParserTest.json(
                        "[[{\"text\":\"Yes\",\"callback_data\":\"y\"}],[{\"text\":\"No\",\"callback_data\":\"n\"}]]"),
                body(calls.get(1)).path("reply_markup").path("inline_keyboard"));
    }

    @Test
    void aButtonsDataHasAtMost64Bytes() {
        var choices = new Content.Choices(List.of(new Content.Option("ä".repeat(60), "Yes", null)));
        var call = TelegramCalls.of(message("?", null, List.of(), choices, List.of()))
                .getFirst();
        var data =
                body(call).at("/reply_markup/inline_keyboard/0/0/callback_data").asText();
        assertEquals("ä".repeat(32), data);
    }

    @Test
    void filesFollowTheTextEachAsTheMethodOfItsType() {
        var calls = TelegramCalls.of(message(
                "Here they are",
                null,
                List.of(),
                Content.text(),
                List.of(
                        new OutboundFile("saw.jpg", "image/jpeg", new byte[] {1, 2}),
                        new OutboundFile("bill \"4711\".pdf", "application/pdf", new byte[] {3}),
                        new OutboundFile("huge.png", "image/png", new byte[10 * 1024 * 1024 + 1]))));
        assertEquals(
                List.of("sendMessage", "sendPhoto", "sendDocument", "sendDocument"),
                calls.stream().map(TelegramCalls.Call::method).toList());
        var form = new String(calls.get(2).body(), StandardCharsets.ISO_8859_1);
        assertTrue(
                form.contains(
                        "name=\"document\"; filename=\"bill %224711%22.pdf\"\r\nContent-Type: application/pdf\r\n\r\n\u0003\r\n"),
                form);
        assertTrue(form.contains("name=\"chat_id\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n51\r\n"), form);
        assertTrue(form.endsWith("--saumaton-" + ID + "-1--\r\n"), form);
    }

    @Test
    void filesAloneNeedNoText() {
        var file = new OutboundFile("saw.mp4", "video/mp4", new byte[] {1});
        var calls = TelegramCalls.of(message("", null, List.of(), Content.text(), List.of(file)));
        assertEquals(
                List.of("sendVideo"),
                calls.stream().map(TelegramCalls.Call::method).toList());
    }
}
