/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.time.Instant;
import java.util.List;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Watermark;

/** Our account as a parser knows it: who we are, and the channel that its events belong to. */
record XAccount(String channel, String userId) {
    static final String HANDLE = "x";

    boolean isUs(String id) {
        return userId.equals(id);
    }

    Receipt receipt(String id, Receipt.Status status, Instant at) {
        return new Receipt(channel, id, status, null, at);
    }

    Watermark readUpTo(String reader, Instant at) {
        return new Watermark(channel, Handle.proven(HANDLE, reader, "channel"), Receipt.Status.READ, at);
    }

    Inbound inbound(
            MessageKind kind,
            String id,
            String sender,
            String name,
            String thread,
            List<String> answers,
            String text,
            List<InboundAttachment> files,
            Instant at) {
        var from = Handle.proven(HANDLE, sender, "channel");
        return Inbound.of(kind, channel, id, from, new Sender(List.of(from), name), plain(text), files, at)
                .inThread(thread)
                .answering(answers);
    }

    /** X hands texts out with these three characters escaped, and nothing else of HTML. */
    private static String plain(String text) {
        return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
