/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Unsupported;
import fi.saumaton.gateway.channel.twilio.Form;
import fi.saumaton.gateway.channel.twilio.Numbers;
import fi.saumaton.gateway.channel.twilio.Refusal;

/** Understands Twilio's forms about messages: one that came in, or news of one of ours. */
final class SmsParser {
    /** Where a status report stands: our own id of the message, from the address that Twilio was told to call. */
    static final String MESSAGE = "message";

    private static final int MOST_FILES = 10;

    private final String channel;
    private final Set<String> stopWords;

    SmsParser(String channel, Set<String> stopWords) {
        this.channel = channel;
        this.stopWords = stopWords;
    }

    /** @param ours our id of the message that a report is about; null when the address named none */
    Parsed parse(Form form, String ours, Instant receivedAt) {
        var sid = form.get("MessageSid", form.get("SmsSid"));
        if (sid == null) {
            return Parsed.unsupported(new Unsupported(channel, "form without a message", Form.write(pairs(form))));
        }
        return isReport(form) ? report(form, sid, ours, receivedAt) : Parsed.message(message(form, sid, receivedAt));
    }

    OptOut optOut(Form form) {
        return isReport(form) ? OptOut.NOTHING : OptOut.of(form, stopWords);
    }

    /** The customer's address: who wrote, or to whom we did. */
    static Handle customer(Form form) {
        return Numbers.sender(form.get(isReport(form) ? "To" : "From"), SmsChannel.SENDER);
    }

    private static boolean isReport(Form form) {
        var status = form.get("MessageStatus", form.get("SmsStatus"));
        return status != null && !status.equals("received") && !status.equals("receiving");
    }

    private Inbound message(Form form, String sid, Instant receivedAt) {
        var from = customer(form);
        var files = files(form);
        return new Inbound(
                channel,
                sid,
                from,
                new Sender(List.of(from), form.get("ProfileName")),
                "",
                answers(form),
                null,
                null,
                null,
                text(form),
                null,
                null,
                files,
                optOut(form) != OptOut.NOTHING,
                kind(form, files),
                null,
                receivedAt);
    }

    private static List<String> answers(Form form) {
        var answered = form.get("OriginalRepliedMessageSid");
        return answered == null ? List.of() : List.of(answered);
    }

    private static MessageKind kind(Form form, List<InboundAttachment> files) {
        if (form.get("Latitude") != null) {
            return MessageKind.LOCATION;
        }
        if (form.get("ButtonPayload") != null) {
            return MessageKind.CHOICE;
        }
        return form.get("Body") == null && !files.isEmpty() ? MessageKind.MEDIA : MessageKind.TEXT;
    }

    private static String text(Form form) {
        var written = form.get("Body", form.get("ButtonText", ""));
        var latitude = form.get("Latitude");
        if (latitude == null) {
            return written;
        }
        var place = latitude + ", " + form.get("Longitude");
        var named = form.get("Address", form.get("Label"));
        return named == null ? place : named + " (" + place + ")";
    }

    private static List<InboundAttachment> files(Form form) {
        var files = new ArrayList<InboundAttachment>();
        int count = Math.min(MOST_FILES, form.number("NumMedia", 0));
        for (int i = 0; i < count; i++) {
            var url = form.get("MediaUrl" + i);
            if (url != null) {
                var id = url.substring(url.lastIndexOf('/') + 1);
                var type = form.get("MediaContentType" + i, "application/octet-stream");
                files.add(InboundAttachment.at(new MediaRef(id, url, type, id, null, null)));
            }
        }
        return files;
    }

    /** Under our own id where the address named it, so that a send that was never answered is settled by it. */
    private Parsed report(Form form, String sid, String ours, Instant at) {
        var status = status(form.get("MessageStatus", form.get("SmsStatus")));
        if (status == null) {
            return Parsed.nothing();
        }
        var code = form.get("ErrorCode");
        var reason = status == Receipt.Status.FAILED
                ? code == null ? "The message was not delivered" : Refusal.reason(code)
                : null;
        return Parsed.receipt(new Receipt(channel, ours == null ? sid : ours, status, reason, code, at));
    }

    /** Null for what is no news: it waits at Twilio still. */
    private static Receipt.Status status(String status) {
        return switch (status) {
            case "sent" -> Receipt.Status.SENT;
            case "delivered", "partially_delivered" -> Receipt.Status.DELIVERED;
            case "read" -> Receipt.Status.READ;
            case "undelivered", "failed", "canceled" -> Receipt.Status.FAILED;
            default -> null;
        };
    }

    private static List<Map.Entry<String, String>> pairs(Form form) {
        return form.fields().entrySet().stream()
                .map(field -> Map.entry(field.getKey(), field.getValue().getFirst()))
                .toList();
    }
}
