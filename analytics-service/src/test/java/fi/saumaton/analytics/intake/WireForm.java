/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.intake;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.analytics.metric.EventKind;
import fi.saumaton.analytics.metric.LoggedEvent;

/** A logged event as the service that reports it would have published it: names, addresses and texts included. */
final class WireForm {

    private static final ObjectMapper JSON = new ObjectMapper();

    private WireForm() {}

    static ProducerRecord<String, byte[]> of(LoggedEvent event) {
        return record(topic(event.kind()), event.eventId(), event.kind().type(), key(event), data(event));
    }

    static ProducerRecord<String, byte[]> record(String topic, UUID eventId, String type, String key, Object data) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, key, bytes(data));
        Headers headers = record.headers();
        Map.of("ce_specversion", "1.0", "ce_id", eventId.toString(), "ce_source", "/saumaton/test", "ce_type", type)
                .forEach((name, value) -> headers.add(name, value.getBytes(StandardCharsets.UTF_8)));
        headers.add("content-type", "application/json".getBytes(StandardCharsets.UTF_8));
        return record;
    }

    private static String topic(EventKind kind) {
        if (kind.compareTo(EventKind.CONVERSATION_CLOSED) <= 0) {
            return "conversation.events";
        }
        return kind.compareTo(EventKind.ISSUE_REOPENED) <= 0 ? "customer.events" : "routing.events";
    }

    private static String key(LoggedEvent event) {
        return "customer.events".equals(topic(event.kind()))
                ? event.customerId().toString()
                : event.conversationId().toString();
    }

    private static Map<String, Object> data(LoggedEvent event) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("version", 1);
        put(data, "conversationId", event.conversationId());
        put(data, "customerId", event.customerId());
        put(data, "issueId", event.issueId());
        put(data, event.kind().startsContact() ? "firstMessageId" : "messageId", event.messageId());
        put(data, "offerId", event.offerId());
        put(data, "workItemId", event.workItemId());
        put(data, "agentId", event.agentId());
        put(data, "channel", event.channel());
        put(data, "channelKind", event.channelKind());
        put(data, "queue", event.queue());
        put(data, "reason", event.reason());
        data.put("text", "Mikko Virtanen, mikko@example.test, +358401234567");
        data.put("displayName", "Mikko");
        data.put("automatic", event.automatic());
        data.put("firstContact", event.firstContact());
        if (event.author() != null) {
            data.put(authorOf(event.kind()), Map.of("type", event.author().logName(), "id", "jenni", "name", "Jenni"));
        }
        if (event.kind() == EventKind.ISSUE_CHANGED) {
            data.put("change", event.reason());
        }
        if (event.kind() == EventKind.ISSUE_REARRANGED) {
            data.put("survivorId", "joined".equals(event.reason()) ? event.customerId() : event.issueId());
            data.put("contacts", "empty".equals(event.reason()) ? 0 : event.firstContact() ? 1 : 2);
        }
        data.put(timeOf(event.kind()), event.at().toString());
        return data;
    }

    private static String authorOf(EventKind kind) {
        return switch (kind) {
            case CONVERSATION_CLOSED -> "closedBy";
            case ISSUE_RESOLVED -> "resolvedBy";
            default -> "author";
        };
    }

    private static String timeOf(EventKind kind) {
        return switch (kind) {
            case CONVERSATION_OPENED, ISSUE_OPENED -> "openedAt";
            case CONVERSATION_REOPENED, ISSUE_REOPENED -> "reopenedAt";
            case MESSAGE_RECEIVED, MESSAGE_SENT, TOUCHPOINT_RECORDED -> "recordedAt";
            case DELIVERY_CHANGED, ISSUE_CHANGED, TOUCHPOINT_CHANGED -> "changedAt";
            case TOUCHPOINT_REMOVED -> "removedAt";
            case CLAIM_MADE, OFFER_MADE -> "madeAt";
            case CONVERSATION_RETURNED -> "returnedAt";
            case CONVERSATION_CLOSED -> "closedAt";
            case CUSTOMER_CREATED -> "createdAt";
            case CUSTOMER_IDENTIFIED -> "identifiedAt";
            case CUSTOMER_LINKED -> "linkedAt";
            case CUSTOMER_UNLINKED -> "unlinkedAt";
            case CUSTOMER_JOINED -> "joinedAt";
            case CUSTOMER_PARTED -> "partedAt";
            case QUESTION_REPEATED -> "askedAt";
            case ISSUE_CONTINUED -> "continuedAt";
            case ISSUE_RESOLVED -> "resolvedAt";
            case ISSUE_REARRANGED -> "rearrangedAt";
            case WORK_ITEM_QUEUED -> "queuedAt";
            case WORK_ITEM_ASSIGNED -> "assignedAt";
            case PRESENCE_CHANGED -> "since";
            default -> "at";
        };
    }

    private static void put(Map<String, Object> data, String property, Object value) {
        if (value != null) {
            data.put(property, value.toString());
        }
    }

    private static byte[] bytes(Object data) {
        try {
            return data instanceof byte[] raw ? raw : JSON.writeValueAsBytes(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** All of them, in this order. */
    static List<ProducerRecord<String, byte[]>> all(List<LoggedEvent> events) {
        return events.stream().map(WireForm::of).toList();
    }
}
