/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.picture;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import fi.saumaton.customer.picture.Picture.Entry;
import fi.saumaton.customer.picture.Picture.Matter;
import fi.saumaton.customer.picture.Picture.Message;
import fi.saumaton.customer.picture.Picture.Mood;
import fi.saumaton.customer.picture.Picture.Product;
import fi.saumaton.customer.picture.Picture.Who;

/** A made-up customer, told step by step. */
public final class Pictures {
    public static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Product> bought = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private final List<Matter> issues = new ArrayList<>();
    private boolean angry;

    public Pictures bought(String product, int daysAgo) {
        var id = entry("purchase", product, null, daysAgo);
        bought.add(new Product(id, product, ago(daysAgo)));
        return this;
    }

    public Pictures happened(String kind, int daysAgo) {
        entry(kind, kind, null, daysAgo);
        return this;
    }

    public Pictures wrote(String text, int daysAgo) {
        var id = entry("message-received", text, "email", daysAgo);
        messages.add(new Message(id, text, "email", false, ago(daysAgo)));
        return this;
    }

    public Pictures hasOpen(String title, int contacts, int daysAgo) {
        issues.add(new Matter(UUID.randomUUID(), title, "open", contacts, ago(daysAgo)));
        return this;
    }

    public Pictures angry() {
        angry = true;
        return this;
    }

    public Picture seen() {
        return new Picture(
                UUID.randomUUID(),
                NOW,
                new Who(bought.isEmpty() ? "prospect" : "customer", "fi", true, ago(400)),
                bought,
                List.of(),
                List.of(),
                messages,
                entries,
                issues,
                new Mood(angry, List.of()));
    }

    private UUID entry(String kind, String title, String channel, int daysAgo) {
        var id = UUID.randomUUID();
        entries.add(new Entry(id, kind, title, channel, ago(daysAgo)));
        return id;
    }

    private static Instant ago(int days) {
        return NOW.minus(Duration.ofDays(days));
    }
}
