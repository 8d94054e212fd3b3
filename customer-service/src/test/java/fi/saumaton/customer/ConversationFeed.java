/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.kit.id.Ids;
import fi.saumaton.kit.id.Reference;

/** One conversation as the gateway tells of it: each method puts one event on {@code conversation.events}. */
public final class ConversationFeed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final UUID id = Ids.next();
    private final UUID firstMessageId = Ids.next();
    private final String reference = Reference.next();
    private final String channel;
    private final String channelKind;
    private List<Map<String, Object>> handles;
    private String displayName;
    private long version;
    private boolean firstSent;
    private Instant fixed;

    private ConversationFeed(String channel, String displayName, List<Map<String, Object>> handles) {
        this.channel = channel;
        this.channelKind = channel.substring(0, channel.indexOf(':'));
        this.displayName = displayName;
        this.handles = handles;
    }

    /** A mail that passed DMARC. */
    public static ConversationFeed provenMail(String address) {
        return new ConversationFeed("email:support", "Mikko", List.of(handle("email", address, "dmarc-pass")));
    }

    /** A mail without the receiving server's stamp. */
    public static ConversationFeed unprovenMail(String address) {
        return new ConversationFeed("email:support", "Mikko?", List.of(handle("email", address, "claim")));
    }

    /** A visitor who is not signed in. */
    public static ConversationFeed visitor(String visitorId) {
        return new ConversationFeed("webchat:shop", null, List.of(handle("visitor", visitorId, "channel")));
    }

    /** A visitor who is signed in at the shop. */
    public static ConversationFeed shopVisitor(String visitorId, String number, String address) {
        return visitor(visitorId).signsIn(number, address);
    }

    /** Somebody whom the messaging platform itself knows by these handles. */
    public static ConversationFeed platformUser(String channel, Map<String, String> handles) {
        return new ConversationFeed(
                channel,
                "Mikko",
                handles.entrySet().stream()
                        .map(handle -> handle(handle.getKey(), handle.getValue(), "channel"))
                        .toList());
    }

    public ConversationFeed signsIn(String number, String address) {
        List<Map<String, Object>> all = new ArrayList<>(handles);
        all.add(handle("shop-customer", number, "shop-token"));
        all.add(handle("email", address, "shop-token"));
        handles = all;
        displayName = "Mikko";
        return this;
    }

    /** From now on the mails have the stamp. */
    public ConversationFeed proves(String address) {
        handles = List.of(handle("email", address, "dmarc-pass"));
        return this;
    }

    /** From now on the mails lack the stamp. */
    public ConversationFeed loses(String address) {
        handles = List.of(handle("email", address, "claim"));
        return this;
    }

    /** Whatever is told from now on happened then. */
    public ConversationFeed at(Instant then) {
        fixed = then.truncatedTo(ChronoUnit.MICROS);
        return this;
    }

    public UUID id() {
        return id;
    }

    public String reference() {
        return reference;
    }

    public ConversationFeed opened(String subject) {
        return begins("opened", "openedAt", subject, false);
    }

    /** Opened by a message that no person wrote. */
    public ConversationFeed openedByMachine(String subject) {
        return begins("opened", "openedAt", subject, true);
    }

    public ConversationFeed reopened() {
        return begins("reopened", "reopenedAt", null, false);
    }

    private ConversationFeed begins(String name, String timeName, String subject, boolean automatic) {
        var data = data();
        data.put("reference", reference);
        data.put("channel", channel);
        data.put("channelKind", channelKind);
        data.put("subject", subject);
        data.put("language", "fi");
        data.put("sender", sender());
        data.put("firstMessageId", firstMessageId);
        if (automatic) {
            data.put("automatic", true);
        }
        data.put(timeName, now());
        return send(name, data);
    }

    public ConversationFeed received(String text) {
        return received(firstSent ? Ids.next() : firstMessageId, text);
    }

    public ConversationFeed received(UUID messageId, String text) {
        return received(messageId, text, false);
    }

    /** An auto-reply or notice. */
    public ConversationFeed receivedFromMachine(String text) {
        return received(firstSent ? Ids.next() : firstMessageId, text, true);
    }

    private ConversationFeed received(UUID messageId, String text, boolean automatic) {
        firstSent = true;
        var data = data();
        data.put("messageId", messageId);
        data.put("number", version);
        data.put("channel", channel);
        data.put("channelKind", channelKind);
        data.put("text", text);
        data.put("attachments", List.of());
        data.put("sender", sender());
        data.put("automatic", automatic);
        data.put("occurredAt", now());
        data.put("recordedAt", now());
        data.put("replyDueSince", now());
        return send("message-received", data);
    }

    public ConversationFeed sent(String agent, String text) {
        var data = data();
        data.put("messageId", Ids.next());
        data.put("number", version);
        data.put("channel", channel);
        data.put("channelKind", channelKind);
        data.put("text", text);
        data.put("author", Map.of("type", "agent", "id", agent, "name", agent));
        data.put("recordedAt", now());
        return send("message-sent", data);
    }

    public ConversationFeed claims(String kind, String value) {
        var data = data();
        data.put("handle", handle(kind, value, "claim"));
        data.put("madeAt", now());
        return send("claim-made", data);
    }

    /** Tells of the assignment on {@code routing.events}. */
    public ConversationFeed assigned(String agent, long number) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("workItemId", Ids.next());
        data.put("conversationId", id);
        data.put("agentId", agent);
        data.put("agentName", agent);
        data.put("assignmentNumber", number);
        data.put("assignedAt", now().toString());
        data.put("waitedSeconds", 3);
        Topics.send("routing.events", "fi.saumaton.work-item.assigned.v1", id, Ids.next(), json(data));
        return this;
    }

    /** What Kafka may do at any time: the last event comes again. */
    public ConversationFeed again() {
        Topics.sendAgain(id);
        return this;
    }

    /** The last event under a new event id, as after a replay of the gateway's. */
    public ConversationFeed tellLastAgain() {
        Topics.sendAgainAs(id, Ids.next());
        return this;
    }

    /** The next event carries an old version. */
    public ConversationFeed back(int versions) {
        version -= versions;
        return this;
    }

    public ConversationFeed forward(int versions) {
        version += versions;
        return this;
    }

    private ConversationFeed send(String name, Map<String, Object> data) {
        data.replaceAll((key, value) -> value instanceof Instant time ? time.toString() : value);
        Topics.send("conversation.events", "fi.saumaton.conversation." + name + ".v1", id, Ids.next(), json(data));
        return this;
    }

    private Map<String, Object> data() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("conversationId", id);
        data.put("version", ++version);
        return data;
    }

    private Map<String, Object> sender() {
        Map<String, Object> sender = new LinkedHashMap<>();
        sender.put("handles", handles);
        sender.put("displayName", displayName);
        return sender;
    }

    private static Map<String, Object> handle(String kind, String value, String evidence) {
        return Map.of("kind", kind, "value", value, "proven", !evidence.equals("claim"), "evidence", evidence);
    }

    private Instant now() {
        return fixed == null ? Instant.now().truncatedTo(ChronoUnit.MICROS) : fixed;
    }

    private static byte[] json(Map<String, Object> data) {
        try {
            return JSON.writeValueAsString(data).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
