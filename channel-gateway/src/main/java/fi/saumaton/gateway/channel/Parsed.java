/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;

/** What one raw record holds: messages from customers, news of our own messages, things nobody knows, all of it or (a harmless ping) nothing. */
public record Parsed(
        List<Inbound> messages, List<Receipt> receipts, List<Watermark> watermarks, List<Unsupported> unsupported) {
    public Parsed(List<Inbound> messages, List<Receipt> receipts) {
        this(messages, receipts, List.of(), List.of());
    }

    public static Parsed message(Inbound message) {
        return new Parsed(List.of(message), List.of());
    }

    public static Parsed receipt(Receipt receipt) {
        return new Parsed(List.of(), List.of(receipt));
    }

    public static Parsed watermark(Watermark watermark) {
        return new Parsed(List.of(), List.of(), List.of(watermark), List.of());
    }

    public static Parsed unsupported(Unsupported unsupported) {
        return new Parsed(List.of(), List.of(), List.of(), List.of(unsupported));
    }

    public static Parsed nothing() {
        return new Parsed(List.of(), List.of());
    }
}
