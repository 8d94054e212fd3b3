/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.time.Instant;
import java.util.List;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.twilio.Numbers;

/** An exchange's events as entries of the call's conversation. The exchange brings callers to people itself, so only a call that was missed awaits anything. */
final class CtiParser {
    private static final String CALLER = "caller";

    private final String channel;

    CtiParser(String channel) {
        this.channel = channel;
    }

    Parsed parse(CtiEvent event, String raw, Instant receivedAt) {
        var at = event.at() == null ? receivedAt : event.at();
        var from = customer(event);
        return switch (event.event()) {
            case CtiEvent.RINGING -> entry(event, from, MessageKind.CALL, true, ringing(event), at);
            case CtiEvent.ANSWERED -> entry(event, from, MessageKind.CALL, true, "Answered" + by(event), at);
            case CtiEvent.ENDED -> {
                boolean missed = event.talked() == 0 && event.direction() == CtiEvent.Direction.in;
                yield entry(event, from, MessageKind.CALL, !missed, ended(event, missed), at);
            }
            default ->
                Parsed.message(Inbound.unsupported(
                                channel, event.key(), from, new Sender(List.of(from), null), event.event(), raw, at)
                        .inThread(event.callId()));
        };
    }

    private static Handle customer(CtiEvent event) {
        var phone = Numbers.phone(event.number());
        return phone != null ? phone : Handle.claimed(CALLER, event.callId());
    }

    private static String ringing(CtiEvent event) {
        return (event.direction() == CtiEvent.Direction.in ? "Call, ringing" : "Calling") + by(event);
    }

    private static String ended(CtiEvent event, boolean missed) {
        if (missed) {
            return "Missed call";
        }
        return event.talked() == 0
                ? "Called, not reached"
                : "Call ended, " + event.talked() / 60 + " min " + event.talked() % 60 + " s";
    }

    private static String by(CtiEvent event) {
        return event.agentNumber() == null ? "" : " at " + event.agentNumber();
    }

    private Parsed entry(CtiEvent event, Handle from, MessageKind kind, boolean automatic, String text, Instant at) {
        return Parsed.message(new Inbound(
                channel,
                event.key(),
                from,
                new Sender(List.of(from), null),
                event.callId(),
                List.of(),
                null,
                null,
                null,
                text,
                null,
                null,
                List.of(),
                automatic,
                kind,
                null,
                at));
    }
}
