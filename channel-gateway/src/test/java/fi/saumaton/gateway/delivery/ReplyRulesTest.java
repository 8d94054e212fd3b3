/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import fi.saumaton.gateway.attachment.AttachmentRef;
import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.kit.web.Problem;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class ReplyRulesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Content TEMPLATE = new Content.Template("order_ready", "fi", Map.of("1", "chain oil"));

    private static final ReplyRules PLAIN =
            new ReplyRules(Capabilities.texts(10, Capabilities.Resend.NEVER).build());
    private static final ReplyRules RICH = new ReplyRules(Capabilities.texts(100, Capabilities.Resend.NEVER)
            .templates()
            .choices(3, 10)
            .media(new Capabilities.Media(5000, 0, 0, 9000))
            .window(Duration.ofHours(24), Duration.ofDays(7))
            .build());

    private static Content choices(int count) {
        return new Content.Choices(IntStream.range(0, count)
                .mapToObj(i -> new Content.Option("o" + i, "Option " + i, null))
                .toList());
    }

    private static AttachmentRef file(String mediaType, long size) {
        return AttachmentRef.stored(UUID.randomUUID(), "f", mediaType, size);
    }

    private static String refused(ReplyRules rules, String text, Content content, AttachmentRef... files) {
        return assertThrows(Problem.class, () -> rules.check(text, content, List.of(files)))
                .type()
                .slug();
    }

    @Test
    void aTextMustFitAndBeThere() {
        assertDoesNotThrow(() -> PLAIN.check("0123456789", null, List.of()));
        assertEquals("invalid", refused(PLAIN, "0123456789x", null));
        assertEquals("invalid", refused(PLAIN, " ", null));
        assertDoesNotThrow(() -> RICH.check("", null, List.of(file("image/png", 10))));
    }

    @Test
    void whatTheChannelDoesNotHaveIsRefused() {
        assertEquals("not-in-this-channel", refused(PLAIN, "a", TEMPLATE));
        assertEquals("not-in-this-channel", refused(PLAIN, "a", choices(1)));
        assertEquals("not-in-this-channel", refused(PLAIN, "a", null, file("image/png", 1)));
        assertEquals("not-in-this-channel", refused(RICH, "a", null, file("video/mp4", 1)));
    }

    @Test
    void whatItHasHasLimits() {
        assertDoesNotThrow(() -> RICH.check("a", TEMPLATE, List.of()));
        assertDoesNotThrow(() -> RICH.check("a", choices(10), List.of()));
        assertEquals("invalid", refused(RICH, "a", choices(11)));
        assertEquals("invalid", refused(RICH, "a", choices(0)));
        assertEquals("invalid", refused(RICH, "a", new Content.Template("order_ready", " ", Map.of())));
        var twice = new Content.Option("o", "Option", null);
        assertEquals("invalid", refused(RICH, "a", new Content.Choices(List.of(twice, twice))));
        assertDoesNotThrow(
                () -> RICH.check("a", null, List.of(file("image/png", 5000), file("application/pdf", 9000))));
        assertEquals("invalid", refused(RICH, "a", null, file("image/png", 5001)));
    }

    @Test
    void freeTextGoesOutWithinTheWindowOnly() {
        assertDoesNotThrow(() -> RICH.checkWindow(null, false, NOW.minus(Duration.ofHours(23)), NOW));
        var problem =
                assertThrows(Problem.class, () -> RICH.checkWindow(null, false, NOW.minus(Duration.ofHours(24)), NOW));
        assertEquals("reply-window-closed", problem.type().slug());
        assertEquals("2026-11-22T10:00:00Z", problem.parameters().get("closedAt"));
        assertEquals(true, problem.parameters().get("templates"));
        assertThrows(Problem.class, () -> RICH.checkWindow(null, false, null, NOW));
    }

    @Test
    void aPersonHasLongerThanAProgramAndATemplateAlwaysGoes() {
        assertDoesNotThrow(() -> RICH.checkWindow(null, true, NOW.minus(Duration.ofDays(6)), NOW));
        assertThrows(Problem.class, () -> RICH.checkWindow(null, true, NOW.minus(Duration.ofDays(7)), NOW));
        assertDoesNotThrow(() -> RICH.checkWindow(TEMPLATE, false, null, NOW));
        assertDoesNotThrow(() -> PLAIN.checkWindow(null, false, null, NOW));
    }
}
