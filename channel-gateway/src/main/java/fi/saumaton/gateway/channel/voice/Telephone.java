/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.Locale;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

import fi.saumaton.gateway.channel.twilio.Twiml.Target;

/**
 * Where an agent is rung.
 *
 * @param address a number (E.164), a SIP address ({@code sip:…}), the name of a browser client, or an extension's digits
 */
@RegisterForReflection
record Telephone(Kind kind, String address) {
    /** What kind of telephone. */
    enum Kind {
        NUMBER(Target.Kind.NUMBER),
        SIP(Target.Kind.SIP),
        BROWSER(Target.Kind.CLIENT),
        /** Of a telephone exchange of the company's own; nobody outside can ring it. */
        EXTENSION(null);

        /** Null where Twilio cannot ring it. */
        private final Target.Kind target;

        Kind(Target.Kind target) {
            this.target = target;
        }

        @JsonValue
        String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        static Kind of(String wire) {
            return valueOf(wire.toUpperCase(Locale.ROOT));
        }
    }

    boolean canBeRung() {
        return kind.target != null;
    }

    Target.Kind target() {
        return kind.target;
    }

    /** As a request to Twilio names it. */
    String dialled() {
        return kind == Kind.BROWSER ? "client:" + address : address;
    }
}
