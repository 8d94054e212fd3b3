/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;

/** What one raw record holds: messages from customers, news of our own messages, both or (a harmless ping) neither. */
public record Parsed(List<Inbound> messages, List<Receipt> receipts) {
    public static Parsed message(Inbound message) {
        return new Parsed(List.of(message), List.of());
    }

    public static Parsed receipt(Receipt receipt) {
        return new Parsed(List.of(), List.of(receipt));
    }

    public static Parsed nothing() {
        return new Parsed(List.of(), List.of());
    }
}
