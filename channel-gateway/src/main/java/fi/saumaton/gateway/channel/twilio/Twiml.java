/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.twilio;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** An answer in TwiML: what Twilio does next with a call or a message. Every text and every address is escaped here, and only here. */
public record Twiml(List<Verb> verbs) {
    public static final String MEDIA_TYPE = "text/xml;charset=utf-8";
    /** Nothing: for a message no reply, for a call its end. */
    public static final Twiml NOTHING = new Twiml(List.of());

    public static Twiml of(Verb... verbs) {
        return new Twiml(List.of(verbs));
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    public String text() {
        var xml = new Xml();
        xml.start("Response");
        verbs.forEach(verb -> verb.write(xml));
        return xml.end("Response").toString();
    }

    /** One thing to do. */
    public sealed interface Verb {
        void write(Xml xml);
    }

    /** @param language BCP 47, such as {@code fi-FI} */
    public record Say(String text, String language) implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start("Say", "language", language).text(text).end("Say");
        }
    }

    /** A sound file. */
    public record Play(String url) implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start("Play").text(url).end("Play");
        }
    }

    public record Pause(Duration length) implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start("Pause", "length", seconds(length)).end("Pause");
        }
    }

    /** Says something and takes keys meanwhile; without a key, what follows is done. */
    public record Gather(int digits, Duration timeout, String action, List<Verb> meanwhile) implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start(
                    "Gather",
                    "input",
                    "dtmf",
                    "numDigits",
                    Integer.toString(digits),
                    "timeout",
                    seconds(timeout),
                    "action",
                    action,
                    "method",
                    "POST");
            meanwhile.forEach(verb -> verb.write(xml));
            xml.end("Gather");
        }
    }

    /** Into a queue at Twilio, where {@code waitUrl} is played over and over; {@code action} is called when the caller leaves it. */
    public record Enqueue(String queue, String waitUrl, String action) implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start("Enqueue", "waitUrl", waitUrl, "waitUrlMethod", "POST", "action", action, "method", "POST")
                    .text(queue)
                    .end("Enqueue");
        }
    }

    /**
     * Connects the call.
     *
     * @param timeout how long it rings
     * @param action is called when it is over, or nobody answered
     * @param callerId whom the called see; null for the caller's own number
     * @param recording where a finished recording is told; null: nothing is recorded
     */
    public record Dial(Target target, Duration timeout, String action, String callerId, String recording)
            implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start(
                    "Dial",
                    "timeout",
                    seconds(timeout),
                    "action",
                    action,
                    "method",
                    "POST",
                    "callerId",
                    callerId,
                    "record",
                    recording == null ? null : "record-from-answer-dual",
                    "recordingStatusCallback",
                    recording);
            target.write(xml);
            xml.end("Dial");
        }
    }

    /**
     * Whom to connect with.
     *
     * @param address a number (E.164), a SIP address or a browser client's name
     * @param progress is called as it rings, is answered and ends
     */
    public record Target(Kind kind, String address, String progress) {
        /** What is called. */
        public enum Kind {
            NUMBER("Number"),
            SIP("Sip"),
            CLIENT("Client");

            private final String element;

            Kind(String element) {
                this.element = element;
            }
        }

        void write(Xml xml) {
            xml.start(
                            kind.element,
                            "statusCallback",
                            progress,
                            "statusCallbackEvent",
                            "initiated ringing answered completed",
                            "statusCallbackMethod",
                            "POST")
                    .text(address)
                    .end(kind.element);
        }
    }

    public record Hangup() implements Verb {
        @Override
        public void write(Xml xml) {
            xml.start("Hangup").end("Hangup");
        }
    }

    /** Whole seconds, at least one. */
    private static String seconds(Duration duration) {
        return Long.toString(Math.max(1, duration.toSeconds()));
    }
}
