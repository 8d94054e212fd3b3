/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.Watermark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MessagingParserTest {
    private static final Handle MIKKO = Handle.proven("messenger", MessagingHooks.CUSTOMER, "channel");
    private static final Instant AT = Instant.ofEpochMilli(1795341600123L);

    private static Parsed parse(String event) {
        return MessagingHooks.parse(
                Platform.MESSENGER, MessagingHooks.hook("page", MessagingHooks.PAGE, MessagingHooks.event(event)));
    }

    private static Inbound one(String event) {
        var parsed = parse(event);
        assertEquals(1, parsed.messages().size());
        return parsed.messages().getFirst();
    }

    @Test
    void aTextIsItsSenders() {
        var message = one("\"message\":{\"mid\":\"m.1\",\"text\":\"Do you have chain oil?\"}");
        assertEquals(MessagingHooks.CHANNEL, message.channel());
        assertEquals("m.1", message.providerMessageId());
        assertEquals("Do you have chain oil?", message.text());
        assertEquals(MessageKind.TEXT, message.kind());
        assertEquals(MIKKO, message.from());
        assertEquals(AT, message.occurredAt());
        assertTrue(message.answers().isEmpty());
    }

    @Test
    void instagramsCustomersAreOfTheirOwnKind() {
        var body = MessagingHooks.hook(
                "instagram",
                MessagingHooks.PAGE,
                MessagingHooks.event("\"message\":{\"mid\":\"m.1\",\"text\":\"Hi\"}"));
        var message = MessagingHooks.parse(Platform.INSTAGRAM, body).messages().getFirst();
        assertEquals(Handle.proven("instagram", MessagingHooks.CUSTOMER, "channel"), message.from());
        assertThrows(UnreadableInboundException.class, () -> MessagingHooks.parse(Platform.MESSENGER, body));
    }

    @Test
    void aFileComesByItsAddress() {
        var message = one(
                "\"message\":{\"mid\":\"m.1\",\"attachments\":[{\"type\":\"image\",\"payload\":{\"url\":\"https://cdn.example/1\"}}]}");
        assertEquals(MessageKind.MEDIA, message.kind());
        assertEquals("Image", message.text());
        assertEquals(
                "https://cdn.example/1", message.attachments().getFirst().ref().url());
    }

    @Test
    void aPlaceALinkAndAStoryRead() {
        var place = one(
                "\"message\":{\"mid\":\"m.1\",\"attachments\":[{\"type\":\"location\",\"payload\":{\"coordinates\":{\"lat\":60.17,\"long\":24.94}}}]}");
        assertEquals(MessageKind.LOCATION, place.kind());
        assertEquals("60.17, 24.94", place.text());
        var link = one(
                "\"message\":{\"mid\":\"m.1\",\"attachments\":[{\"type\":\"fallback\",\"title\":\"Oil\",\"url\":\"https://shop.example/oil\"}]}");
        assertEquals("Oil https://shop.example/oil", link.text());
        var story = one(
                "\"message\":{\"mid\":\"m.1\",\"text\":\"Nice\",\"reply_to\":{\"story\":{\"url\":\"https://cdn.example/s\"}}}");
        assertEquals("Nice\nAbout the story https://cdn.example/s", story.fullText());
    }

    @Test
    void answersAndChoicesNameWhatTheyAreTo() {
        var answer = one("\"message\":{\"mid\":\"m.1\",\"text\":\"Yes\",\"reply_to\":{\"mid\":\"m.0\"}}");
        assertEquals(List.of("m.0"), answer.answers());
        var choice = one("\"message\":{\"mid\":\"m.1\",\"text\":\"Yes\",\"quick_reply\":{\"payload\":\"yes\"}}");
        assertEquals(MessageKind.CHOICE, choice.kind());
        var button = one("\"postback\":{\"title\":\"Start\",\"payload\":\"start\",\"referral\":{\"ref\":\"qr-1\"}}");
        assertEquals(MessageKind.CHOICE, button.kind());
        assertEquals("Start", button.text());
        assertEquals("Start\nCame from: qr-1", button.fullText());
        assertEquals("postback:70001:1795341600123:start", button.providerMessageId());
    }

    @Test
    void signsAboutAMessageKeepIdsOfTheirOwn() {
        var reaction = one("\"reaction\":{\"mid\":\"m.0\",\"action\":\"react\",\"emoji\":\"👍\"}");
        assertEquals(MessageKind.REACTION, reaction.kind());
        assertEquals("👍", reaction.text());
        assertEquals(List.of("m.0"), reaction.answers());
        assertFalse(reaction.providerMessageId().equals("m.0"));
        assertEquals(
                "Reaction removed",
                one("\"reaction\":{\"mid\":\"m.0\",\"action\":\"unreact\"}").text());
        var edit = one("\"message_edit\":{\"mid\":\"m.0\",\"text\":\"I mean oil\",\"num_edit\":\"2\"}");
        assertEquals(MessageKind.EDITED, edit.kind());
        assertEquals(List.of("m.0"), edit.answers());
        var deleted = one("\"message\":{\"mid\":\"m.0\",\"is_deleted\":true}");
        assertEquals(MessageKind.DELETED, deleted.kind());
        assertFalse(deleted.providerMessageId().equals("m.0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"message\":{\"mid\":\"m.1\",\"is_unsupported\":true}",
                "\"message\":{\"mid\":\"m.1\"}",
                "\"message\":{\"mid\":\"m.1\",\"attachments\":[{\"type\":\"hologram\",\"payload\":{}}]}",
                "\"telepathy\":{\"mid\":\"m.1\"}"
            })
    void whatCannotBeShownIsKeptAndNamed(String event) {
        var message = one(event);
        assertEquals(MessageKind.UNSUPPORTED, message.kind());
        assertTrue(message.raw().contains("m.1"));
        assertTrue(message.text().startsWith("["));
    }

    @Test
    void deliveriesNameMessagesAndATime() {
        var parsed = parse("\"delivery\":{\"mids\":[\"m.8\",\"m.9\"],\"watermark\":1795341600100}");
        var at = Instant.ofEpochMilli(1795341600100L);
        assertEquals(
                List.of(
                        new Receipt(MessagingHooks.CHANNEL, "m.8", Receipt.Status.DELIVERED, null, at),
                        new Receipt(MessagingHooks.CHANNEL, "m.9", Receipt.Status.DELIVERED, null, at)),
                parsed.receipts());
        assertEquals(
                List.of(new Watermark(MessagingHooks.CHANNEL, MIKKO, Receipt.Status.DELIVERED, at)),
                parsed.watermarks());
    }

    @Test
    void messengerReadsUpToATimeInstagramOneMessage() {
        assertEquals(
                List.of(new Watermark(
                        MessagingHooks.CHANNEL, MIKKO, Receipt.Status.READ, Instant.ofEpochMilli(1795341600100L))),
                parse("\"read\":{\"watermark\":1795341600100}").watermarks());
        assertEquals(
                List.of(new Receipt(MessagingHooks.CHANNEL, "m.9", Receipt.Status.READ, null, AT)),
                parse("\"read\":{\"mid\":\"m.9\"}").receipts());
    }

    @Test
    void anEchoOfOursSaysThatItWent() {
        var parsed = echo("01993f00-0000-7000-8000-000000000001");
        assertTrue(parsed.messages().isEmpty());
        assertEquals(
                List.of(new Receipt(
                        MessagingHooks.CHANNEL, "01993f00-0000-7000-8000-000000000001", Receipt.Status.SENT, null, AT)),
                parsed.receipts());
        assertEquals(Parsed.nothing(), echo("somebody else's"));
    }

    private static Parsed echo(String metadata) {
        var event = MessagingHooks.event(
                MessagingHooks.PAGE,
                MessagingHooks.CUSTOMER,
                "\"message\":{\"mid\":\"m.5\",\"is_echo\":true,\"metadata\":\"%s\",\"text\":\"Yes\"}"
                        .formatted(metadata));
        return MessagingHooks.parse(Platform.MESSENGER, MessagingHooks.hook("page", MessagingHooks.PAGE, event));
    }

    @Test
    void whatIsBetweenAppsIsKeptAsItCame() {
        var parsed = parse("\"pass_thread_control\":{\"new_owner_app_id\":\"1\"}");
        assertTrue(parsed.messages().isEmpty());
        assertEquals("pass_thread_control", parsed.unsupported().getFirst().kind());
    }

    @Test
    void whatIsNotForUsGoesToTheDeadLetters() {
        assertThrows(
                UnreadableInboundException.class,
                () -> MessagingHooks.parse(Platform.MESSENGER, MessagingHooks.hook("page", "somebody else's")));
        assertThrows(UnreadableInboundException.class, () -> MessagingHooks.parse(Platform.MESSENGER, "no json"));
    }

    @Test
    void aTimeInSecondsIsTakenAsSuch() {
        assertEquals(Instant.ofEpochSecond(1795341600), MessagingEvent.instant(1795341600, AT));
        assertEquals(AT, MessagingEvent.instant(0, AT));
        assertNull(MessagingEvent.instant(-1, null));
    }
}
