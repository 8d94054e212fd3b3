/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Slice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class MessagingSlicesTest {
    private final MessagingSlices slices = new MessagingSlices(new ObjectMapper());

    private static String text(String sender, String mid) {
        return MessagingHooks.event(
                sender, MessagingHooks.PAGE, "\"message\":{\"mid\":\"%s\",\"text\":\"%s\"}".formatted(mid, mid));
    }

    private static List<String> texts(Slice slice) {
        return MessagingHooks.parse(Platform.MESSENGER, new String(slice.body(), UTF_8)).messages().stream()
                .map(message -> message.text())
                .toList();
    }

    @Test
    void eachCustomerHasASlice() {
        var echo = MessagingHooks.event(
                MessagingHooks.PAGE, "1", "\"message\":{\"mid\":\"e\",\"is_echo\":true,\"text\":\"e\"}");
        var body = MessagingHooks.hook(
                "page", MessagingHooks.PAGE, text("1", "a1"), text("2", "b1"), text("1", "a2"), echo);
        var cut = slices.of(body.getBytes(UTF_8));
        assertEquals(List.of("1", "2"), cut.stream().map(Slice::key).toList());
        assertEquals(List.of("a1", "a2"), texts(cut.getFirst()));
        assertEquals(List.of("b1"), texts(cut.getLast()));
    }

    @Test
    void commentsGoWithTheirAuthor() {
        var body = MessagingHooks.changes(
                "page",
                MessagingHooks.PAGE,
                "{\"field\":\"feed\",\"value\":{\"item\":\"comment\",\"comment_id\":\"9\",\"from\":{\"id\":\"1\"},\"message\":\"x\"}}",
                "{\"field\":\"mention\",\"value\":{\"item\":\"post\"}}");
        assertEquals(
                List.of("1", ""),
                slices.of(body.getBytes(UTF_8)).stream().map(Slice::key).toList());
    }

    @Test
    void oneCustomersEventsAndWhatIsNoJsonStayWhole() {
        var body = MessagingHooks.hook("page", MessagingHooks.PAGE, text("1", "a1"))
                .getBytes(UTF_8);
        assertArrayEquals(body, slices.of(body).getFirst().body());
        assertEquals(1, slices.of("no json".getBytes(UTF_8)).size());
    }
}
