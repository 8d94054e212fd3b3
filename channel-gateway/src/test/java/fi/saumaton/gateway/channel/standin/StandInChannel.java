/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.standin;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.Handle;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Inbound;
import fi.saumaton.gateway.channel.InboundAttachment;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.MessageKind;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.ProviderRequest;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Receipt;
import fi.saumaton.gateway.channel.Sender;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.Unsupported;
import fi.saumaton.gateway.channel.Watermark;

/**
 * Batches of items, signed as a whole: {@code {"items":[{"type":"text","id","from","text"}, {"type":"file","id","from","url","sha256"},
 * {"type":"status","id","status"}, {"type":"seen","by","upTo"}, …]}}.
 */
final class StandInChannel implements HookChannel {
    static final String SECRET = "stand-in secret";
    static final String SIGNATURE = "X-Stand-In-Signature";

    private final String name;
    private final String provider;
    private final Rates rates;
    private final ProviderClient client;
    private final ObjectMapper mapper;
    private final Clock clock;

    StandInChannel(String name, int port, Rates rates, ProviderClient client, ObjectMapper mapper, Clock clock) {
        this.name = name;
        this.provider = "http://127.0.0.1:" + port;
        this.rates = rates;
        this.client = client;
        this.mapper = mapper;
        this.clock = clock;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.texts(1000, Capabilities.Resend.NEVER)
                .media(new Capabilities.Media(10_000, 0, 0, 10_000))
                .templates()
                .choices(3, 10)
                .typing()
                .marksRead()
                .receipts(true, true)
                .window(Duration.ofHours(24), null)
                .build();
    }

    @Override
    public Rates rates() {
        return rates;
    }

    @Override
    public Duration deadline() {
        return Duration.ofHours(2);
    }

    @Override
    public int largestBody() {
        return 64 * 1024;
    }

    @Override
    public Optional<HookAnswer> handshake(HookRequest request) {
        return Optional.ofNullable(request.parameter("challenge")).map(HookAnswer::plain);
    }

    @Override
    public Verdict verify(HookRequest request) {
        var signature = request.header(SIGNATURE);
        if (signature == null) {
            return Verdict.MISSING;
        }
        var right = sign(request.body()).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.UTF_8)) ? Verdict.RIGHT : Verdict.WRONG;
    }

    static String sign(byte[] body) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public List<Slice> slices(HookRequest request) {
        var slices = new ArrayList<Slice>();
        for (var item : read(request.body()).path("items")) {
            slices.add(Slice.json(item.path("from").asText(), item.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return slices;
    }

    @Override
    public Parsed parse(RawInbound raw) {
        var item = read(raw.body());
        return switch (item.path("type").asText()) {
            case "text" -> message(item, MessageKind.TEXT, item.path("text").asText(), List.of(), raw.receivedAt());
            case "reaction" ->
                message(item, MessageKind.REACTION, item.path("text").asText(), List.of(), raw.receivedAt());
            case "file" -> message(item, MessageKind.MEDIA, "", List.of(file(item)), raw.receivedAt());
            case "status" -> Parsed.receipt(receipt(item, raw.receivedAt()));
            case "seen" ->
                Parsed.watermark(new Watermark(
                        name,
                        handle(item.path("by").asText()),
                        Receipt.Status.READ,
                        Instant.parse(item.path("upTo").asText())));
            default -> unknown(item, raw);
        };
    }

    private Parsed unknown(JsonNode item, RawInbound raw) {
        var type = item.path("type").asText();
        if (!item.has("from")) {
            return Parsed.unsupported(new Unsupported(name, type, item.toString()));
        }
        var from = handle(item.path("from").asText());
        return Parsed.message(Inbound.unsupported(
                name,
                item.path("id").asText(),
                from,
                new Sender(List.of(from), null),
                type,
                item.toString(),
                raw.receivedAt()));
    }

    private Parsed message(JsonNode item, MessageKind kind, String text, List<InboundAttachment> files, Instant at) {
        var from = handle(item.path("from").asText());
        return Parsed.message(Inbound.of(
                kind,
                name,
                item.path("id").asText(),
                from,
                new Sender(List.of(from), "Mikko"),
                text,
                files,
                item.has("at") ? Instant.parse(item.path("at").asText()) : at));
    }

    private static InboundAttachment file(JsonNode item) {
        return InboundAttachment.at(new MediaRef(
                null,
                item.path("url").asText(),
                "image/png",
                "saw.png",
                null,
                item.path("sha256").asText(null)));
    }

    private Receipt receipt(JsonNode item, Instant at) {
        return new Receipt(
                name,
                item.path("id").asText(),
                Receipt.Status.valueOf(item.path("status").asText()),
                item.path("reason").asText(null),
                item.path("code").asText(null),
                at);
    }

    private static Handle handle(String value) {
        return Handle.proven("standin-user", value, "channel");
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        var body = mapper.createObjectNode()
                .put("to", message.to().value())
                .put("text", message.text())
                .put("files", message.files().size())
                .put("content", message.content().getClass().getSimpleName());
        var request = ProviderRequest.postJson(URI.create(provider + "/messages"), Map.of(), body.toString())
                .within(Duration.ofSeconds(2));
        return client.deliver(
                request,
                answer -> answer.isSuccess()
                        ? new DeliveryOutcome.Sent(
                                read(answer.body()).path("id").asText())
                        : answer.outcome(clock.instant()));
    }

    /** The provider answers 200 with the message's id, 404 when it never got it, 410 when it refused it, 503 when it cannot say. */
    @Override
    public Uni<DeliveryOutcome> lookUp(Outbound message) {
        return client.send(ProviderRequest.get(URI.create(provider + "/messages?text=" + message.text()), Map.of()))
                .map(this::found);
    }

    private DeliveryOutcome found(ProviderAnswer answer) {
        return switch (answer.status()) {
            case 200 -> new DeliveryOutcome.Sent(read(answer.body()).path("id").asText());
            case 404 -> new DeliveryOutcome.TemporaryFailure("The provider never got it");
            case 410 -> new DeliveryOutcome.FinalFailure("The provider refused it", "410");
            default -> new DeliveryOutcome.Uncertain("The provider cannot say");
        };
    }

    @Override
    public Uni<Void> signal(Signal signal) {
        var body = "{\"kind\":\"" + signal.kind() + "\",\"last\":\"" + signal.lastMessageId() + "\"}";
        return client.send(ProviderRequest.postJson(URI.create(provider + "/signals"), Map.of(), body))
                .replaceWithVoid();
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        return client.send(ProviderRequest.get(URI.create(ref.url()), Map.of())).map(answer -> {
            if (answer.isTemporary()) {
                throw new IllegalStateException("later");
            }
            if (!answer.isSuccess()) {
                throw new MediaGoneException("The provider answered " + answer.status());
            }
            return new FetchedMedia(answer.headers().get("Content-Type"), null, answer.body());
        });
    }

    private JsonNode read(byte[] body) {
        try {
            return mapper.readTree(body);
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
    }
}
