/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CommentTest {
    private static Parsed page(String value) {
        return MessagingHooks.parse(
                Platform.MESSENGER,
                MessagingHooks.changes("page", MessagingHooks.PAGE, "{\"field\":\"feed\",\"value\":" + value + "}"));
    }

    private static String comment(String verb, String author) {
        return "{\"item\":\"comment\",\"verb\":\"%s\",\"comment_id\":\"9_1\",\"post_id\":\"4001_9\",\"from\":{\"id\":\"%s\",\"name\":\"Mikko\"},\"created_time\":1795341000,\"message\":\"Price?\"}"
                .formatted(verb, author);
    }

    @Test
    void aCommentIsAMessageInThePostsThread() {
        var message = page(comment("add", "70001")).messages().getFirst();
        assertEquals("comment:9_1", message.providerMessageId());
        assertEquals("post:4001_9", message.threadKey());
        assertEquals("Price?", message.text());
        assertEquals("Mikko", message.sender().displayName());
        assertEquals(Handle.proven("messenger", "70001", "channel"), message.from());
        assertEquals(Optional.of("9_1"), Comment.answered(message.providerMessageId()));
    }

    @Test
    void itsEditAndItsEndAreAboutIt() {
        var edited = page(comment("edited", "70001")).messages().getFirst();
        assertEquals(MessageKind.EDITED, edited.kind());
        assertEquals(List.of("comment:9_1"), edited.answers());
        assertFalse(edited.providerMessageId().equals("comment:9_1"));
        assertEquals(Optional.of("9_1"), Comment.answered(edited.providerMessageId()));
        assertEquals(
                MessageKind.DELETED,
                page(comment("remove", "70001")).messages().getFirst().kind());
    }

    @Test
    void ourOwnCommentsAreNobodysMessage() {
        assertEquals(Parsed.nothing(), page(comment("add", MessagingHooks.PAGE)));
    }

    @Test
    void whatIsNoCommentIsKeptAsItCame() {
        var parsed =
                page("{\"item\":\"reaction\",\"verb\":\"add\",\"post_id\":\"4001_9\",\"from\":{\"id\":\"70001\"}}");
        assertTrue(parsed.messages().isEmpty());
        assertEquals("feed", parsed.unsupported().getFirst().kind());
    }

    @Test
    void instagramsCommentsMayNameNobody() {
        var parsed = MessagingHooks.parse(
                Platform.INSTAGRAM,
                MessagingHooks.changes(
                        "instagram",
                        MessagingHooks.PAGE,
                        "{\"field\":\"comments\",\"value\":{\"id\":\"17\",\"text\":\"Nice\",\"from\":{\"id\":\"70001\",\"username\":\"mikko.k\"},\"media\":{\"id\":\"88\"}}}",
                        "{\"field\":\"live_comments\",\"value\":{\"id\":\"18\",\"text\":\"Hello\"}}"));
        var named = parsed.messages().getFirst();
        assertEquals("@mikko.k", named.sender().displayName());
        assertEquals("post:88", named.threadKey());
        var unnamed = parsed.messages().getLast();
        assertEquals(Handle.claimed("instagram", "comment:18"), unnamed.from());
        assertFalse(unnamed.from().proven());
    }

    @Test
    void anAnswerToAMessageIsNone() {
        assertEquals(Optional.empty(), Comment.answered("m.1"));
        assertEquals(Optional.empty(), Comment.answered(null));
    }
}
