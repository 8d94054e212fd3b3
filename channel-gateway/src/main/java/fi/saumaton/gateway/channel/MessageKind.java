/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** What a customer's message is; on the wire and in the table in lower case. Each has a readable text, whatever it is. */
public enum MessageKind {
    TEXT(true),
    /** Files, perhaps with a caption. */
    MEDIA(true),
    /** A button or row that was offered. */
    CHOICE(true),
    /** A sign at one of our messages, or its removal. */
    REACTION(false),
    LOCATION(true),
    CONTACT(true),
    ORDER(true),
    CALL(true),
    /** A new wording of an earlier message. */
    EDITED(true),
    /** An earlier message was taken back. */
    DELETED(false),
    /** The provider tells something: a number has changed, somebody has joined. */
    SYSTEM(false),
    /** What this version cannot show; kept as it came. */
    UNSUPPORTED(true);

    private final boolean awaitsReply;

    MessageKind(boolean awaitsReply) {
        this.awaitsReply = awaitsReply;
    }

    /** Whether whoever sends it expects to hear from us. */
    public boolean awaitsReply() {
        return awaitsReply;
    }

    @JsonValue
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static MessageKind of(String wire) {
        return valueOf(wire.toUpperCase(Locale.ROOT));
    }
}
