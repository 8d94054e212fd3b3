/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What is known of a customer at a moment. Lists are newest first; ids are those of the timeline's entries, or of issues.
 *
 * @param customerId the surviving customer
 * @param at the moment; conditions call it {@code now}
 * @param asked what the customer spoke of and has not bought
 */
public record Picture(
        UUID customerId,
        Instant at,
        Who customer,
        List<Product> bought,
        List<Product> asked,
        List<Known> facts,
        List<Message> messages,
        List<Entry> touchpoints,
        List<Matter> issues,
        Mood mood) {

    /** @param stage prospect, or customer once something was bought */
    public record Who(String stage, String language, boolean verified, Instant since) {
        Map<String, Object> map() {
            return Map.of("stage", text(stage), "language", text(language), "verified", verified, "since", since);
        }
    }

    /** A product and the entry that tells of it. */
    public record Product(UUID id, String product, Instant at) {
        Map<String, Object> map() {
            return entry(id, "product", product, at);
        }
    }

    /** A fact and the entry that tells it. */
    public record Known(UUID id, String kind, String value, boolean proven, Instant at) {
        Map<String, Object> map() {
            var map = entry(id, "kind", kind, at);
            map.put("value", text(value));
            map.put("proven", proven);
            return map;
        }
    }

    /** @param ours whether the company wrote it */
    public record Message(UUID id, String text, String channel, boolean ours, Instant at) {
        Map<String, Object> map() {
            var map = entry(id, "text", text, at);
            map.put("channel", Picture.text(channel));
            map.put("ours", ours);
            return map;
        }
    }

    /** Any entry of the timeline, those of back-office systems too. */
    public record Entry(UUID id, String kind, String title, String channel, Instant at) {
        Map<String, Object> map() {
            var map = entry(id, "kind", kind, at);
            map.put("title", text(title));
            map.put("channel", text(channel));
            return map;
        }
    }

    /** An open issue. */
    public record Matter(UUID id, String title, String state, long contacts, Instant at) {
        Map<String, Object> map() {
            var map = entry(id, "title", title, at);
            map.put("state", text(state));
            map.put("contacts", contacts);
            return map;
        }
    }

    /** @param signs the messages and entries that show it */
    public record Mood(boolean angry, List<UUID> signs) {}

    /** Values for {@link PictureWords}. */
    public Map<String, Object> situation() {
        Map<String, Object> situation = new LinkedHashMap<>();
        situation.put("now", at);
        situation.put("customer", customer.map());
        situation.put("bought", bought.stream().map(Product::map).toList());
        situation.put("asked", asked.stream().map(Product::map).toList());
        situation.put("facts", facts.stream().map(Known::map).toList());
        situation.put("messages", messages.stream().map(Message::map).toList());
        situation.put("touchpoints", touchpoints.stream().map(Entry::map).toList());
        situation.put("issues", issues.stream().map(Matter::map).toList());
        situation.put("angry", mood.angry());
        return situation;
    }

    private static Map<String, Object> entry(UUID id, String key, String value, Instant at) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("id", id.toString());
        map.put(key, text(value));
        map.put("at", at);
        return map;
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
