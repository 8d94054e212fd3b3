/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.Slice;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WhatsAppSlicesTest {
    private final WhatsAppSlices slices = new WhatsAppSlices(new ObjectMapper());
    private final WhatsAppParser parser = new WhatsAppParser(new ObjectMapper(), number -> Hooks.CHANNEL);

    private static String text(String from, String id) {
        return "{\"from\":\"%s\",\"id\":\"%s\",\"timestamp\":\"1795341600\",\"type\":\"text\",\"text\":{\"body\":\"%s\"}}"
                .formatted(from, id, id);
    }

    private static String contact(String number, String user) {
        return "{\"profile\":{\"name\":\"%s\"},\"wa_id\":\"%s\",\"user_id\":\"%s\"}".formatted(user, number, user);
    }

    private List<Inbound> messages(Slice slice) {
        return parser.parse(Hooks.raw(slice.body())).messages();
    }

    @Test
    void oneCustomersUpdatesStayAsTheyCame() {
        var body = Hooks.messages(Hooks.CONTACT, Hooks.message("wamid.1", "text", "\"text\":{\"body\":\"Hi\"}"))
                .getBytes(UTF_8);
        var cut = slices.of(body);
        assertEquals(1, cut.size());
        assertEquals("FI.20000000000000000007", cut.getFirst().key());
        assertArrayEquals(body, cut.getFirst().body());
    }

    @Test
    void eachCustomerHasASliceWithNothingOfOthers() {
        var body = Hooks.messages(
                contact("358400000001", "FI.1") + "," + contact("358400000002", "FI.2"),
                text("358400000001", "a1"),
                text("358400000002", "b1"),
                text("358400000001", "a2"));
        var cut = slices.of(body.getBytes(UTF_8));
        assertEquals(List.of("FI.1", "FI.2"), cut.stream().map(Slice::key).toList());
        var first = messages(cut.getFirst());
        assertEquals(List.of("a1", "a2"), first.stream().map(Inbound::text).toList());
        assertEquals("FI.1", first.getFirst().sender().displayName());
        assertEquals(
                List.of("b1"),
                messages(cut.getLast()).stream().map(Inbound::text).toList());
        assertTrue(new String(cut.getLast().body(), UTF_8).indexOf("358400000001") < 0);
    }

    @Test
    void statusesGoWithTheirCustomer() {
        var value =
                "\"contacts\":[%s],\"messages\":[%s],\"statuses\":[{\"id\":\"wamid.o\",\"status\":\"read\",\"recipient_id\":\"358400000001\",\"timestamp\":\"1\"},{\"id\":\"wamid.p\",\"status\":\"read\",\"recipient_id\":\"358400000009\",\"timestamp\":\"1\"}]"
                        .formatted(contact("358400000001", "FI.1"), text("358400000001", "a1"));
        var cut = slices.of(Hooks.value(value).getBytes(UTF_8));
        assertEquals(
                List.of("FI.1", "358400000009"), cut.stream().map(Slice::key).toList());
        var first = parser.parse(Hooks.raw(cut.getFirst().body()));
        assertEquals(1, first.messages().size());
        assertEquals("wamid.o", first.receipts().getFirst().providerMessageId());
    }

    @Test
    void aFullBatchIsCutAndNothingIsLost() {
        var contacts = new ArrayList<String>();
        var messages = new ArrayList<String>();
        IntStream.range(0, 1000).forEach(i -> {
            var number = "35840%07d".formatted(i % 250);
            if (i < 250) {
                contacts.add(contact(number, "FI." + i));
            }
            messages.add(text(number, "wamid." + i));
        });
        var body = Hooks.messages(String.join(",", contacts), messages.toArray(String[]::new));
        var cut = slices.of(body.getBytes(UTF_8));
        assertEquals(250, cut.size());
        var all = cut.stream().flatMap(slice -> messages(slice).stream()).toList();
        assertEquals(1000, all.size());
        assertEquals(
                1000, all.stream().map(Inbound::providerMessageId).distinct().count());
        assertEquals(
                List.of("wamid.7", "wamid.257", "wamid.507", "wamid.757"),
                messages(cut.get(7)).stream().map(Inbound::text).toList());
    }

    @Test
    void newsOfTheAccountKeepsTheOrderOfTheChannel() {
        var cut = slices.of(Hooks.change("account_update", "\"event\":\"X\"").getBytes(UTF_8));
        assertEquals(List.of(""), cut.stream().map(Slice::key).toList());
    }

    @Test
    void whatIsNoJsonStaysWhole() {
        var body = "no json".getBytes(UTF_8);
        assertArrayEquals(body, slices.of(body).getFirst().body());
        assertEquals(1, slices.of(new byte[0]).size());
        assertEquals(1, slices.of("[1]".getBytes(UTF_8)).size());
    }
}
