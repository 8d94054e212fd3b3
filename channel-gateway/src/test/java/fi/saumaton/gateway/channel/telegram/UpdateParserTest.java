/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class UpdateParserTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String MIKKO = """
            "from":{"id":5123456789,"is_bot":false,"first_name":"Mikko","last_name":"Saha","language_code":"fi"},
            "chat":{"id":5123456789,"type":"private","first_name":"Mikko"},"date":1795341600
            """;

    private final UpdateParser parser = new UpdateParser("telegram:shop");

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private Parsed parse(String update) {
        return parser.parse(json(update), NOW);
    }

    private Inbound one(String update) {
        var parsed = parse(update);
        assertEquals(1, parsed.messages().size());
        return parsed.messages().getFirst();
    }

    private Inbound message(String content) {
        return one("{\"update_id\":70,\"message\":{\"message_id\":42,%s,%s}}".formatted(MIKKO, content));
    }

    @Test
    void aTextNamesItsChatAndMessageAndProvesItsSender() {
        var message = message("\"text\":\"Moi, saha ei käynnisty\"");
        assertEquals("telegram:shop", message.channel());
        assertEquals("5123456789:42", message.providerMessageId());
        assertEquals(Handle.proven("telegram", "5123456789", "channel"), message.from());
        assertEquals("Mikko Saha", message.sender().displayName());
        assertEquals("Moi, saha ei käynnisty", message.text());
        assertEquals(MessageKind.TEXT, message.kind());
        assertEquals("", message.threadKey());
        assertEquals(Instant.ofEpochSecond(1795341600), message.occurredAt());
        assertTrue(message.awaitsReply());
    }

    @Test
    void aReplyNamesWhatItAnswers() {
        var message =
                message("\"text\":\"that one\",\"reply_to_message\":{\"message_id\":40,\"chat\":{\"id\":5123456789}}");
        assertEquals(List.of("5123456789:40"), message.answers());
    }

    @Test
    void ofAPhotoTheLargestIsFetched() {
        var message = message("""
                "caption":"Here it leaks","media_group_id":"137","photo":[
                {"file_id":"small","file_size":1200,"width":90,"height":90},
                {"file_id":"large","file_size":150000,"width":1280,"height":960}]
                """);
        assertEquals(MessageKind.MEDIA, message.kind());
        assertEquals("Here it leaks", message.text());
        var file = message.attachments().getFirst();
        assertEquals("large", file.ref().id());
        assertNull(file.ref().url());
        assertEquals("image/jpeg", file.mediaType());
        assertEquals(150000, file.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "document   | {\"file_id\":\"f\",\"file_name\":\"lasku.pdf\",\"mime_type\":\"application/pdf\"} | Document | lasku.pdf | application/pdf",
                "voice      | {\"file_id\":\"f\",\"duration\":3} | Voice message | voice | audio/ogg",
                "audio      | {\"file_id\":\"f\",\"mime_type\":\"audio/mp4\"} | Audio | audio | audio/mp4",
                "video      | {\"file_id\":\"f\"} | Video | video | video/mp4",
                "video_note | {\"file_id\":\"f\"} | Video message | video_note | video/mp4",
                "sticker    | {\"file_id\":\"f\",\"emoji\":\"👍\"} | Sticker 👍 | sticker | image/webp",
                "sticker    | {\"file_id\":\"f\",\"is_animated\":true} | Sticker | sticker | application/x-tgsticker"
            })
    void everyFileHasAReadableTextAndAType(String field, String content, String text, String name, String mediaType) {
        var message = message("\"" + field + "\":" + content);
        assertEquals(text, message.text());
        assertEquals(name, message.attachments().getFirst().name());
        assertEquals(mediaType, message.attachments().getFirst().mediaType());
        assertEquals("f", message.attachments().getFirst().ref().id());
    }

    @Test
    void aPlaceIsALinkToTheMap() {
        var message = message("\"location\":{\"latitude\":60.1699,\"longitude\":24.9384}");
        assertEquals(MessageKind.LOCATION, message.kind());
        assertEquals(
                "Location: 60.1699, 24.9384\nhttps://www.openstreetmap.org/?mlat=60.1699&mlon=24.9384", message.text());
        var venue = message(
                "\"venue\":{\"title\":\"Asema\",\"address\":\"Rautatientori 1\",\"location\":{\"latitude\":60,\"longitude\":24}}");
        assertTrue(venue.text().startsWith("Asema, Rautatientori 1\nLocation: 60, 24\n"), venue.text());
    }

    @Test
    void onlyTheOwnContactIsAClaimToItsNumber() {
        var own = message(
                "\"contact\":{\"phone_number\":\"358401234567\",\"first_name\":\"Mikko\",\"user_id\":5123456789}");
        assertEquals(MessageKind.CONTACT, own.kind());
        assertEquals("Contact: Mikko, +358401234567", own.text());
        assertEquals(
                Handle.claimed("phone", "+358401234567"), own.sender().handles().getLast());
        var other = message("\"contact\":{\"phone_number\":\"+358409999999\",\"first_name\":\"Sami\",\"user_id\":7}");
        assertEquals(1, other.sender().handles().size());
    }

    @Test
    void anEditIsANewWordingOfTheMessage() {
        var edit = one(
                "{\"update_id\":71,\"edited_message\":{\"message_id\":42,%s,\"edit_date\":1795341700,\"text\":\"saha käy\"}}"
                        .formatted(MIKKO));
        assertEquals(MessageKind.EDITED, edit.kind());
        assertEquals("update:71", edit.providerMessageId());
        assertEquals(List.of("5123456789:42"), edit.answers());
        assertEquals("saha käy", edit.text());
    }

    @Test
    void aPressSaysWhatStoodOnTheButton() {
        var press = one("""
                {"update_id":72,"callback_query":{"id":"4382","from":{"id":5123456789,"first_name":"Mikko"},"data":"slot-2",
                "message":{"message_id":50,"chat":{"id":5123456789,"type":"private"},"reply_markup":{"inline_keyboard":[
                [{"text":"Monday","callback_data":"slot-1"}],[{"text":"Tuesday","callback_data":"slot-2"}]]}}}}
                """);
        assertEquals(MessageKind.CHOICE, press.kind());
        assertEquals("Tuesday", press.text());
        assertEquals(List.of("5123456789:50"), press.answers());
        assertEquals(NOW, press.occurredAt());
    }

    @Test
    void aReactionAwaitsNoReplyAndCanBeTakenBack() {
        var update = """
                {"update_id":73,"message_reaction":{"chat":{"id":5123456789,"type":"private"},"message_id":50,
                "user":{"id":5123456789,"first_name":"Mikko"},"date":1795341600,"old_reaction":[],"new_reaction":[%s]}}
                """;
        var reaction = one(update.formatted("{\"type\":\"emoji\",\"emoji\":\"👍\"}"));
        assertEquals(MessageKind.REACTION, reaction.kind());
        assertEquals("👍", reaction.text());
        assertEquals(List.of("5123456789:50"), reaction.answers());
        assertFalse(reaction.awaitsReply());
        assertEquals("Reaction removed", one(update.formatted("")).text());
    }

    @Test
    void whoeverBlocksTheBotIsSeenToHaveDoneIt() {
        var blocked = one("""
                {"update_id":74,"my_chat_member":{"chat":{"id":5123456789,"type":"private"},
                "from":{"id":5123456789,"first_name":"Mikko"},"date":1795341600,
                "old_chat_member":{"status":"member"},"new_chat_member":{"status":"kicked"}}}
                """);
        assertEquals(MessageKind.SYSTEM, blocked.kind());
        assertFalse(blocked.awaitsReply());
        assertEquals("The customer has blocked the bot: answers cannot reach them", blocked.text());
    }

    @Test
    void aGroupIsAConversationOfItsOwn() {
        var message = one("""
                {"update_id":75,"message":{"message_id":9,"from":{"id":5123456789,"first_name":"Mikko"},
                "chat":{"id":-100123,"type":"supergroup"},"date":1795341600,"text":"hello"}}
                """);
        assertEquals("-100123:9", message.providerMessageId());
        assertEquals("chat -100123", message.threadKey());
    }

    @Test
    void aTypeOfMessageThatNobodyKnowsIsShownAndKept() {
        var message = message("\"dice\":{\"emoji\":\"🎲\",\"value\":4}");
        assertEquals(MessageKind.UNSUPPORTED, message.kind());
        assertEquals("[dice]", message.text());
        assertTrue(message.raw().contains("\"value\":4"), message.raw());
    }

    @Test
    void aTypeOfUpdateThatNobodyKnowsIsShownWhereItNamesItsSender() {
        var update = one(
                "{\"update_id\":76,\"paid_media\":{\"from\":{\"id\":5123456789,\"first_name\":\"Mikko\"},\"x\":1}}");
        assertEquals(MessageKind.UNSUPPORTED, update.kind());
        assertEquals("[paid media]", update.text());
        assertEquals("update:76", update.providerMessageId());
        var parsed = parse("{\"update_id\":77,\"poll\":{\"id\":\"1\"}}");
        assertEquals("poll", parsed.unsupported().getFirst().kind());
    }

    @Test
    void whatBotsWriteIsNoCustomers() {
        assertEquals(Parsed.nothing(), parse("""
                {"update_id":78,"message":{"message_id":1,"from":{"id":1,"is_bot":true},"chat":{"id":1},"date":1,"text":"x"}}
                """));
    }

    @Test
    void theOrderOfAnUpdateIsItsSenders() {
        assertEquals("5123456789", UpdateParser.sender(json("{\"update_id\":1,\"message\":{%s}}".formatted(MIKKO))));
        assertEquals("7", UpdateParser.sender(json("{\"update_id\":1,\"message_reaction\":{\"user\":{\"id\":7}}}")));
        assertEquals("", UpdateParser.sender(json("{\"update_id\":1,\"poll\":{\"id\":\"9\"}}")));
    }
}
