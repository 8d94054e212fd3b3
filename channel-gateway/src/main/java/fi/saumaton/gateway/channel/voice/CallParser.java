/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Instant;
import java.util.List;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Unsupported;
import fi.saumaton.gateway.channel.twilio.Form;
import fi.saumaton.gateway.channel.twilio.Numbers;

/**
 * What callers themselves say by calling, as messages: the call, the wish to be called back. The rest of a call is noted by {@link CallService}, which knows
 * it.
 */
final class CallParser {
    static final String PHONE = "phone";
    /** A hidden number: the call is all there is to know them by. */
    static final String CALLER = "caller";

    private final String channel;

    CallParser(String channel) {
        this.channel = channel;
    }

    /** Who calls; who is called where the call is ours. */
    static Handle customer(Form form) {
        var phone = Numbers.phone(form.get("From"));
        return phone != null ? phone : Handle.claimed(CALLER, form.get("CallSid", "unknown"));
    }

    Parsed parse(Step.Place place, Form form, Instant receivedAt) {
        if (place.step() == null || form.get("CallSid") == null) {
            return Parsed.unsupported(new Unsupported(
                    channel,
                    "form without a call",
                    String.join(",", form.fields().keySet())));
        }
        return switch (CallNews.of(place, form, receivedAt)) {
            case CallNews.Arrived arrived -> Parsed.message(call(form, arrived.call(), "Call", arrived.at()));
            case CallNews.CallBackWanted wanted -> callBack(form, wanted);
            case null, default -> Parsed.nothing();
        };
    }

    private Parsed callBack(Form form, CallNews.CallBackWanted wanted) {
        var customer = customer(form);
        return customer.kind().equals(PHONE)
                ? Parsed.message(call(form, wanted.call(), "Call back " + customer.value(), wanted.at(), "/call-back"))
                : Parsed.nothing();
    }

    private Inbound call(Form form, String call, String text, Instant at, String... suffix) {
        var from = customer(form);
        return Inbound.of(
                        MessageKind.CALL,
                        channel,
                        call + String.join("", suffix),
                        from,
                        new Sender(List.of(from), form.get("CallerName")),
                        text,
                        List.of(),
                        at)
                .inThread(call);
    }

    /** Null when the form tells of no recording. */
    static InboundAttachment recording(Form form) {
        var url = form.get("RecordingUrl");
        var sid = form.get("RecordingSid");
        return url == null || sid == null
                ? null
                : InboundAttachment.at(new MediaRef(sid, url + ".mp3", "audio/mpeg", sid + ".mp3", null, null));
    }
}
