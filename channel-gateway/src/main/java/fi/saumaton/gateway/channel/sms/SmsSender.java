/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.DeliveryOutcome.Scope;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderException;
import fi.saumaton.gateway.channel.twilio.Numbers;
import fi.saumaton.gateway.channel.twilio.TwilioApi;

/** Sends through Twilio's REST API, and asks it what became of a message whose sending was never answered. */
final class SmsSender {
    private static final String MESSAGES = "Messages.json";
    private static final String LOOK_UP_PAGE = "50";
    /** After this, what Twilio does not show it has not got. */
    private static final Duration SHOWN_WITHIN = Duration.ofMinutes(2);

    private final SmsConfig.Line line;
    private final TwilioApi api;
    private final ObjectMapper mapper;
    private final String reports;

    /** {@code reports}: where Twilio tells what became of messages, without the message's id; null when nowhere. */
    SmsSender(SmsConfig.Line line, TwilioApi api, ObjectMapper mapper, String reports) {
        this.line = line;
        this.api = api;
        this.mapper = mapper;
        this.reports = reports;
    }

    Uni<DeliveryOutcome> send(Outbound message, Instant now) {
        return api.send(api.post(MESSAGES, fields(message)))
                .map(answer -> outcome(answer, now))
                .onFailure(ProviderException.class)
                .recoverWithItem(failure -> failure instanceof ProviderException.NotSent
                        ? new DeliveryOutcome.TemporaryFailure(failure.getMessage(), null, Scope.ACCOUNT)
                        : new DeliveryOutcome.Uncertain(failure.getMessage()));
    }

    private List<Map.Entry<String, String>> fields(Outbound message) {
        var fields = new ArrayList<Map.Entry<String, String>>();
        fields.add(Map.entry("To", address(message.to().value())));
        line.number().ifPresent(number -> fields.add(Map.entry("From", address(number))));
        line.messagingService().ifPresent(service -> fields.add(Map.entry("MessagingServiceSid", service)));
        if (message.content() instanceof Content.Template template) {
            fields.add(Map.entry("ContentSid", template.name()));
            fields.add(Map.entry("ContentVariables", json(template.parameters())));
        } else {
            fields.add(Map.entry("Body", message.text()));
        }
        if (!line.whatsapp()) {
            fields.add(Map.entry("ValidityPeriod", Long.toString(line.validity().toSeconds())));
        }
        if (reports != null) {
            fields.add(Map.entry("StatusCallback", reports + message.messageId()));
        }
        return fields;
    }

    private DeliveryOutcome outcome(ProviderAnswer answer, Instant now) {
        if (answer.isSuccess()) {
            var sid = api.json(answer).path("sid").asText("");
            return sid.isEmpty()
                    ? new DeliveryOutcome.Uncertain("Twilio's answer names no message")
                    : new DeliveryOutcome.Sent(sid);
        }
        var refusal = api.refusal(answer);
        var wait = answer.retryAfter(now);
        return switch (refusal.kind()) {
            case BUSY, ACCOUNT -> new DeliveryOutcome.TemporaryFailure(refusal.reason(), wait, Scope.ACCOUNT);
            case AWAY -> new DeliveryOutcome.TemporaryFailure(refusal.reason(), wait, Scope.MESSAGE);
            case UNSURE -> new DeliveryOutcome.Uncertain(refusal.reason());
            case FINAL -> new DeliveryOutcome.FinalFailure(refusal.reason(), code(refusal.code(), answer.status()));
        };
    }

    private static String code(int code, int status) {
        return Integer.toString(code == 0 ? status : code);
    }

    /** By recipient, text and time; ids of version 7 tell when the message was written. */
    Uni<DeliveryOutcome> lookUp(Outbound message, Instant now) {
        var query = new ArrayList<Map.Entry<String, String>>();
        query.add(Map.entry("To", address(message.to().value())));
        query.add(Map.entry("PageSize", LOOK_UP_PAGE));
        return api.send(api.get(MESSAGES, query))
                .map(answer -> answer.isSuccess()
                        ? found(message, api.json(answer).path("messages"), now)
                        : new DeliveryOutcome.Uncertain("Twilio cannot say what became of it"))
                .onFailure(ProviderException.class)
                .recoverWithItem(failure -> new DeliveryOutcome.Uncertain(failure.getMessage()));
    }

    private static DeliveryOutcome found(Outbound message, JsonNode messages, Instant now) {
        var written = writtenAt(message.messageId());
        for (var candidate : messages) {
            boolean same = message.text().equals(candidate.path("body").asText())
                    && candidate.path("direction").asText("").startsWith("outbound")
                    && !created(candidate).isBefore(written);
            if (same) {
                return new DeliveryOutcome.Sent(candidate.path("sid").asText());
            }
        }
        boolean complete = messages.isArray() && written.plus(SHOWN_WITHIN).isBefore(now);
        return complete
                ? new DeliveryOutcome.TemporaryFailure("Twilio has not got it")
                : new DeliveryOutcome.Uncertain("Twilio does not show it yet");
    }

    /** To the second, as Twilio writes its times; the far past when it cannot be read. */
    private static Instant created(JsonNode message) {
        try {
            return ZonedDateTime.parse(message.path("date_created").asText(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
        } catch (DateTimeParseException e) {
            return Instant.MIN;
        }
    }

    private static Instant writtenAt(UUID version7) {
        long millis = version7.getMostSignificantBits() >>> 16;
        return Instant.ofEpochSecond(Math.floorDiv(millis, 1000L));
    }

    private String address(String number) {
        return line.whatsapp() ? Numbers.WHATSAPP + number : number;
    }

    private String json(Map<String, String> variables) {
        try {
            return mapper.writeValueAsString(variables);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
