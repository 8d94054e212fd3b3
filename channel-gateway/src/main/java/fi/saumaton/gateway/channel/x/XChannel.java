/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.x;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One account on X. */
final class XChannel implements HookChannel {
    static final String KIND = "x";

    private static final String SIGNATURE_HEADER = "x-twitter-webhooks-signature";
    private static final int LARGEST_BODY = 2 * 1024 * 1024;
    /** Of a direct message, in characters. */
    private static final int LONGEST_TEXT = 10_000;

    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Capabilities CAPABILITIES = Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.NEVER)
            .receipts(false, true)
            .build();

    private final String name;
    private final XConfig.Account account;
    private final XSignature signature;
    private final XApi api;
    private final ObjectMapper mapper;
    private final MeterRegistry metrics;
    private final XParser parser;

    XChannel(String name, XConfig.Account account, XApi api, ObjectMapper mapper, MeterRegistry metrics) {
        this.name = name;
        this.account = account;
        this.signature = new XSignature(account.consumerSecret());
        this.api = api;
        this.mapper = mapper;
        this.metrics = metrics;
        this.parser = new XParser(new XAccount(name, account.userId()));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Rates rates() {
        double perSecond = (double) account.messagesPerQuarter() / QUARTER.toSeconds();
        return new Rates(perSecond, account.messagesPerQuarter(), Duration.ZERO);
    }

    @Override
    public int largestBody() {
        return LARGEST_BODY;
    }

    /** X asks again and again whether we know the consumer secret. */
    @Override
    public Optional<HookAnswer> handshake(HookRequest request) {
        var token = request.parameter("crc_token");
        if (!request.method().equals("GET") || token == null) {
            return Optional.empty();
        }
        var answer = JsonNodeFactory.instance.objectNode().put("response_token", signature.answer(token));
        return Optional.of(HookAnswer.text(200, "application/json", answer.toString()));
    }

    @Override
    public Verdict verify(HookRequest request) {
        var given = request.header(SIGNATURE_HEADER);
        if (given == null) {
            return Verdict.MISSING;
        }
        return signature.isRight(request.body(), given) ? Verdict.RIGHT : Verdict.WRONG;
    }

    @Override
    public List<Slice> slices(HookRequest request) {
        var slices = new ArrayList<Slice>();
        for (var event : XEvents.cut(read(request.body()))) {
            slices.add(Slice.json(event.actor(), event.body().toString().getBytes(StandardCharsets.UTF_8)));
        }
        return slices;
    }

    @Override
    public Parsed parse(RawInbound raw) {
        var body = read(raw.body());
        var parsed = parser.parse(body, raw.receivedAt());
        if (parsed.equals(Parsed.nothing())) {
            metrics.counter("saumaton.x.ignored", "event", XEvents.name(body)).increment();
        }
        return parsed;
    }

    /** Where they wrote last: under a post, or as a direct message. */
    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        var answered = answered(message);
        if (answered.startsWith(Posts.PREFIX)) {
            return reply(answered.substring(Posts.PREFIX.length()), message.text());
        }
        if (answered.startsWith(XParser.CHAT_PREFIX)) {
            return refused("Encrypted chats can be answered in X's own apps only");
        }
        return api.directMessage(message.to().value(), message.text());
    }

    private static String answered(Outbound message) {
        if (message.inReplyTo() != null && isOfCustomer(message.inReplyTo())) {
            return message.inReplyTo();
        }
        return message.references().reversed().stream()
                .filter(XChannel::isOfCustomer)
                .findFirst()
                .orElse("");
    }

    private static boolean isOfCustomer(String id) {
        return id.startsWith(Posts.PREFIX)
                || id.startsWith(DirectMessages.PREFIX)
                || id.startsWith(XParser.CHAT_PREFIX);
    }

    private Uni<DeliveryOutcome> reply(String postId, String text) {
        int length = PostLength.of(text);
        return length > account.longestPost()
                ? refused("A public reply holds " + account.longestPost() + " characters as X counts, this one has "
                        + length)
                : api.reply(postId, text);
    }

    private static Uni<DeliveryOutcome> refused(String reason) {
        return Uni.createFrom().item(new DeliveryOutcome.FinalFailure(reason));
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        try {
            return api.fetch(URI.create(ref.url()));
        } catch (IllegalArgumentException e) {
            return Uni.createFrom().failure(new MediaGoneException("The file has no address that can be called"));
        }
    }

    private JsonNode read(byte[] body) {
        try {
            var json = mapper.readTree(body);
            if (json.isObject()) {
                return json;
            }
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
        throw new UnreadableInboundException("The body is no object");
    }
}
