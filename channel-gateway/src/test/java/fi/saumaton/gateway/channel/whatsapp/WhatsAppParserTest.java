/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.UnreadableInboundException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WhatsAppParserTest {
    private static final Handle USER = Handle.proven("whatsapp", "FI.20000000000000000007", "channel");
    private static final Handle PHONE = Handle.proven("phone", "+358401234567", "channel");

    private final WhatsAppParser parser =
            new WhatsAppParser(new ObjectMapper(), number -> number.equals(Hooks.NUMBER_ID) ? Hooks.CHANNEL : null);

    private Parsed parse(String body) {
        return parser.parse(Hooks.raw(body));
    }

    private Inbound one(String type, String content) {
        var messages = parse(Hooks.messages(Hooks.CONTACT, Hooks.message("wamid.1", type, content)))
                .messages();
        assertEquals(1, messages.size());
        return messages.getFirst();
    }

    @Test
    void aTextNamesItsSenderByIdAndNumber() {
        var message = one("text", "\"text\":{\"body\":\"Is the chainsaw in stock?\"}");
        assertEquals(Hooks.CHANNEL, message.channel());
        assertEquals("wamid.1", message.providerMessageId());
        assertEquals(MessageKind.TEXT, message.kind());
        assertEquals("Is the chainsaw in stock?", message.text());
        assertEquals(USER, message.from());
        assertEquals(List.of(USER, PHONE), message.sender().handles());
        assertEquals("Mikko", message.sender().displayName());
        assertEquals(Instant.ofEpochSecond(1795341600), message.occurredAt());
        assertEquals("", message.threadKey());
        assertNull(message.fullText());
    }

    @Test
    void aUserWithoutANumberIsKnownByTheIdAlone() {
        var contact = "{\"profile\":{\"username\":\"mikko.k\"},\"user_id\":\"FI.7\"}";
        var body =
                "{\"from_user_id\":\"FI.7\",\"id\":\"wamid.2\",\"timestamp\":\"1795341600\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}";
        var message = parse(Hooks.messages(contact, body)).messages().getFirst();
        assertEquals(
                List.of(Handle.proven("whatsapp", "FI.7", "channel")),
                message.sender().handles());
        assertEquals("@mikko.k", message.sender().displayName());
    }

    @Test
    void aNumberWithoutAnIdIsAPhone() {
        var contact = "{\"profile\":{\"name\":\"Mikko\"},\"wa_id\":\"358401234567\"}";
        var body =
                "{\"from\":\"358401234567\",\"id\":\"wamid.3\",\"timestamp\":\"1795341600\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}";
        var message = parse(Hooks.messages(contact, body)).messages().getFirst();
        assertEquals(PHONE, message.from());
        assertEquals(List.of(PHONE), message.sender().handles());
    }

    @Test
    void theContactGivesTheIdThatTheMessageLeavesOut() {
        var body =
                "{\"from\":\"358401234567\",\"id\":\"wamid.4\",\"timestamp\":\"1795341600\",\"type\":\"text\",\"text\":{\"body\":\"Hi\"}}";
        var message = parse(Hooks.messages(Hooks.CONTACT, body)).messages().getFirst();
        assertEquals(List.of(USER, PHONE), message.sender().handles());
    }

    @Test
    void aFileComesByReference() {
        var message = one(
                "document",
                "\"document\":{\"id\":\"711\",\"mime_type\":\"application/pdf\",\"sha256\":\"abc=\",\"filename\":\"receipt.pdf\",\"caption\":\"my receipt\"}");
        assertEquals(MessageKind.MEDIA, message.kind());
        assertEquals("my receipt", message.text());
        var file = message.attachments().getFirst();
        assertEquals("receipt.pdf", file.name());
        assertEquals("application/pdf", file.mediaType());
        assertEquals("711", file.ref().id());
        assertNull(file.ref().url());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image|{\"id\":\"1\",\"mime_type\":\"image/jpeg\"}|Image|image.jpg",
                "video|{\"id\":\"1\",\"mime_type\":\"video/mp4\"}|Video|video.mp4",
                "audio|{\"id\":\"1\",\"mime_type\":\"audio/ogg; codecs=opus\",\"voice\":true}|Voice message|audio.ogg",
                "audio|{\"id\":\"1\",\"mime_type\":\"audio/mpeg\"}|Audio|audio.mpeg",
                "sticker|{\"id\":\"1\",\"mime_type\":\"image/webp\"}|Sticker|sticker.webp"
            })
    void aFileWithoutACaptionStillReads(String type, String media, String text, String name) {
        var message = one(type, "\"" + type + "\":" + media);
        assertEquals(text, message.text());
        assertEquals(name, message.attachments().getFirst().name());
    }

    @Test
    void aLocationReadsAsNameAddressAndPlace() {
        var message = one(
                "location",
                "\"location\":{\"latitude\":60.17,\"longitude\":24.94,\"name\":\"Shop\",\"address\":\"Main street 1\",\"url\":\"https://shop.example\"}");
        assertEquals(MessageKind.LOCATION, message.kind());
        assertEquals("Shop\nMain street 1\n60.17, 24.94\nhttps://shop.example", message.text());
    }

    @Test
    void contactsReadAsLines() {
        var message = one(
                "contacts",
                "\"contacts\":[{\"name\":{\"formatted_name\":\"Jenni\"},\"org\":{\"company\":\"Shop\"},\"phones\":[{\"phone\":\"+358 40 1\"}],\"emails\":[{\"email\":\"jenni@shop.example\"}]},{\"name\":{\"formatted_name\":\"Sami\"}}]");
        assertEquals(MessageKind.CONTACT, message.kind());
        assertEquals("Jenni, Shop, +358 40 1, jenni@shop.example\nSami", message.text());
    }

    @Test
    void anOrderReadsAsLines() {
        var message = one(
                "order",
                "\"order\":{\"catalog_id\":\"1\",\"text\":\"Please\",\"product_items\":[{\"product_retailer_id\":\"oil-1\",\"quantity\":2,\"item_price\":9.9,\"currency\":\"EUR\"}]}");
        assertEquals(MessageKind.ORDER, message.kind());
        assertEquals("Please\n2 × oil-1, 9.9 EUR", message.text());
    }

    @Test
    void choicesReadAsWhatWasChosenAndAnswerTheQuestion() {
        var button = one(
                "interactive",
                "\"context\":{\"id\":\"wamid.q\"},\"interactive\":{\"type\":\"button_reply\",\"button_reply\":{\"id\":\"yes\",\"title\":\"Yes\"}}");
        assertEquals(MessageKind.CHOICE, button.kind());
        assertEquals("Yes", button.text());
        assertEquals(List.of("wamid.q"), button.answers());
        var row = one(
                "interactive",
                "\"interactive\":{\"type\":\"list_reply\",\"list_reply\":{\"id\":\"x\",\"title\":\"Express\",\"description\":\"Next day\"}}");
        assertEquals("Express\nNext day", row.text());
        var template = one("button", "\"button\":{\"payload\":\"stop\",\"text\":\"Stop\"}");
        assertEquals(MessageKind.CHOICE, template.kind());
        assertEquals("Stop", template.text());
    }

    @Test
    void aFormReadsAsItsFields() {
        var message = one(
                "interactive",
                "\"interactive\":{\"type\":\"nfm_reply\",\"nfm_reply\":{\"name\":\"flow\",\"body\":\"Sent\",\"response_json\":\"{\\\"rating\\\":\\\"4\\\",\\\"flow_token\\\":\\\"t\\\"}\"}}");
        assertEquals(MessageKind.CHOICE, message.kind());
        assertEquals("rating: 4", message.text());
    }

    @Test
    void aReactionIsAboutAMessageAndAsksForNoAnswer() {
        var message = one("reaction", "\"reaction\":{\"message_id\":\"wamid.ours\",\"emoji\":\"👍\"}");
        assertEquals(MessageKind.REACTION, message.kind());
        assertEquals("👍", message.text());
        assertEquals(List.of("wamid.ours"), message.answers());
        assertFalse(message.awaitsReply());
        assertEquals(
                "Reaction removed",
                one("reaction", "\"reaction\":{\"message_id\":\"wamid.ours\"}").text());
    }

    @Test
    void anEditAndADeletionAreAboutTheirOriginal() {
        var edit = one(
                "edit",
                "\"edit\":{\"original_message_id\":\"wamid.0\",\"message\":{\"type\":\"text\",\"text\":{\"body\":\"I mean oil\"}}}");
        assertEquals(MessageKind.EDITED, edit.kind());
        assertEquals("I mean oil", edit.text());
        assertEquals(List.of("wamid.0"), edit.answers());
        var revoke = one("revoke", "\"revoke\":{\"original_message_id\":\"wamid.0\"}");
        assertEquals(MessageKind.DELETED, revoke.kind());
        assertEquals(List.of("wamid.0"), revoke.answers());
    }

    @Test
    void aChangedNumberLinksTheOldAndTheNew() {
        var message = one(
                "system",
                "\"system\":{\"body\":\"Mikko changed from 358401234567 to 358507654321\",\"wa_id\":\"358507654321\",\"type\":\"user_changed_number\"}");
        assertEquals(MessageKind.SYSTEM, message.kind());
        assertFalse(message.awaitsReply());
        assertEquals(
                List.of(USER, PHONE, Handle.proven("phone", "+358507654321", "channel")),
                message.sender().handles());
    }

    @ParameterizedTest
    @CsvSource({"unsupported,poll", "hologram,hologram"})
    void whatCannotBeShownIsKeptAndNamed(String type, String named) {
        var message = one(type, "\"unsupported\":{\"type\":\"poll\"}");
        assertEquals(MessageKind.UNSUPPORTED, message.kind());
        assertEquals("[Unsupported message: " + named + "]", message.text());
        assertTrue(message.raw().contains("\"id\":\"wamid.1\""));
        assertTrue(message.awaitsReply());
    }

    @ParameterizedTest
    @CsvSource({"text", "button", "system", "order", "location", "contacts", "image", "interactive", "edit", "revoke"})
    void aMessageThatSaysNothingStillReads(String type) {
        assertFalse(one(type, "").text().isBlank());
    }

    @Test
    void theAdvertisementAndTheProductBelongToTheWholeText() {
        var message = one(
                "text",
                "\"text\":{\"body\":\"Still there?\"},\"context\":{\"forwarded\":true,\"referred_product\":{\"product_retailer_id\":\"oil-1\"}},\"referral\":{\"headline\":\"Chat with us\",\"source_url\":\"https://fb.example/1\"}");
        assertEquals("Still there?", message.text());
        assertEquals(
                "Forwarded:\nStill there?\nAbout the product oil-1\nCame from: Chat with us, https://fb.example/1",
                message.fullText());
    }

    @Test
    void aCallIsSeenAtTheDesk() {
        var parsed = parse(
                Hooks.change(
                        "calls",
                        "\"contacts\":[" + Hooks.CONTACT
                                + "],\"calls\":[{\"id\":\"wacid.1\",\"from\":\"358401234567\",\"event\":\"connect\",\"direction\":\"USER_INITIATED\",\"timestamp\":\"1795341600\"},{\"id\":\"wacid.2\",\"from\":\"358941000\",\"event\":\"connect\",\"direction\":\"BUSINESS_INITIATED\",\"timestamp\":\"1795341600\"}]"));
        assertEquals(1, parsed.messages().size());
        assertEquals(MessageKind.CALL, parsed.messages().getFirst().kind());
        assertEquals("wacid.1:connect", parsed.messages().getFirst().providerMessageId());
        assertEquals(1, parsed.unsupported().size());
    }

    @Test
    void aWishAboutMarketingIsSeenAtTheDesk() {
        var parsed = parse(
                Hooks.change(
                        "user_preferences",
                        "\"user_preferences\":[{\"wa_id\":\"358401234567\",\"category\":\"marketing_messages\",\"value\":\"stop\",\"timestamp\":1795341600}]"));
        var message = parsed.messages().getFirst();
        assertEquals(MessageKind.SYSTEM, message.kind());
        assertEquals("The customer wants no more marketing messages", message.text());
        assertEquals(PHONE, message.from());
    }

    @Test
    void newsOfTheAccountIsKeptAsItCame() {
        var parsed = parse(Hooks.change("account_update", "\"event\":\"DISABLED_UPDATE\""));
        assertTrue(parsed.messages().isEmpty());
        assertEquals("account_update", parsed.unsupported().getFirst().kind());
        assertTrue(parsed.unsupported().getFirst().raw().contains("DISABLED_UPDATE"));
    }

    @Test
    void oldMessagesOfAPhoneAppAreNobodysNewMessage() {
        var history = Hooks.change(
                "history", "\"messages\":[" + Hooks.message("wamid.old", "text", "\"text\":{\"body\":\"Old\"}") + "]");
        assertEquals(Parsed.nothing(), parse(history));
    }

    @Test
    void whatIsNotForUsGoesToTheDeadLetters() {
        assertThrows(UnreadableInboundException.class, () -> parse("no json"));
        assertThrows(UnreadableInboundException.class, () -> parse("[]"));
        assertThrows(UnreadableInboundException.class, () -> parse("{\"object\":\"page\"}"));
        var other = new WhatsAppParser(new ObjectMapper(), number -> null);
        var body = Hooks.messages(Hooks.CONTACT, Hooks.message("wamid.1", "text", "\"text\":{\"body\":\"Hi\"}"));
        assertThrows(UnreadableInboundException.class, () -> other.parse(Hooks.raw(body)));
    }
}
