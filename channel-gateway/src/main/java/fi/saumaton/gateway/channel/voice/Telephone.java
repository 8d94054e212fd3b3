/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.quarkus.runtime.annotations.RegisterForReflection;

import fi.saumaton.gateway.channel.twilio.Twiml.Target;

/**
 * Where an agent is rung.
 *
 * @param address a number (E.164), a SIP address ({@code sip:…}) or the name of a browser client
 */
@RegisterForReflection
record Telephone(Kind kind, String address) {
    /** What kind of telephone. */
    enum Kind {
        NUMBER(Target.Kind.NUMBER),
        SIP(Target.Kind.SIP),
        BROWSER(Target.Kind.CLIENT);

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

    Target.Kind target() {
        return kind.target;
    }

    /** As a request to Twilio names it. */
    String dialled() {
        return kind == Kind.BROWSER ? "client:" + address : address;
    }
}
