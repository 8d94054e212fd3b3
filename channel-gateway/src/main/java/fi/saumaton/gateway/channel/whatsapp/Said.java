/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.List;

import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MessageKind;

/**
 * What a message says.
 *
 * @param text readable in every case
 * @param fullText with what belongs to it (the advertisement it answers); null where that is all of it
 * @param about the message that a reaction, an edit or a deletion is about; null where it is a message of its own
 */
record Said(MessageKind kind, String text, String fullText, String about, List<InboundAttachment> files) {
    Said {
        text = text.isBlank() ? "[Empty message]" : text;
    }

    static Said of(MessageKind kind, String text) {
        return new Said(kind, text, null, null, List.of());
    }

    static Said about(String message, MessageKind kind, String text) {
        return new Said(kind, text, null, message, List.of());
    }

    /** A type that nobody here knows; {@code type} as WhatsApp calls it. */
    static Said unsupported(String type) {
        return of(
                MessageKind.UNSUPPORTED,
                type.isBlank() ? "[Unsupported message]" : "[Unsupported message: " + type + "]");
    }

    Said with(String wholeText) {
        return new Said(kind, text, wholeText, about, files);
    }
}
