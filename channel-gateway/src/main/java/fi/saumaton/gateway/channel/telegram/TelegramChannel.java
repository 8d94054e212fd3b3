/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

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
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.PartService;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One bot. */
final class TelegramChannel implements HookChannel {
    static final String KIND = "telegram";

    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int LARGEST_BODY = 1024 * 1024;
    /** Four messages; more would be no chat any more. */
    private static final int LONGEST_TEXT = 4 * TextParts.LONGEST;

    private static final int LARGEST_UPLOAD = 50 * 1024 * 1024;
    private static final int BUTTONS = 8;
    private static final Capabilities CAPABILITIES = Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.NEVER)
            .media(Capabilities.Media.upTo(LARGEST_UPLOAD))
            .choices(BUTTONS, 0)
            .typing()
            .build();

    private final String name;
    private final byte[] secret;
    private final Rates rates;
    private final BotApi api;
    private final PartService parts;
    private final ObjectMapper mapper;
    private final UpdateParser parser;

    TelegramChannel(String name, TelegramConfig.Bot bot, BotApi api, PartService parts, ObjectMapper mapper) {
        this.name = name;
        this.secret = bot.hookSecret().getBytes(StandardCharsets.UTF_8);
        this.rates = new Rates(bot.messagesPerSecond(), bot.messagesPerSecond(), Duration.ofSeconds(1));
        this.api = api;
        this.parts = parts;
        this.mapper = mapper;
        this.parser = new UpdateParser(name);
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
        return rates;
    }

    @Override
    public int largestBody() {
        return LARGEST_BODY;
    }

    @Override
    public Verdict verify(HookRequest request) {
        var given = request.header(SECRET_HEADER);
        if (given == null) {
            return Verdict.MISSING;
        }
        return MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8)) ? Verdict.RIGHT : Verdict.WRONG;
    }

    @Override
    public List<Slice> slices(HookRequest request) {
        return List.of(Slice.of(UpdateParser.sender(read(request.body())), request));
    }

    /** A press spins on the customer's screen until it is answered; the answer to the update can do it, and nobody has to wait for its outcome. */
    @Override
    public Uni<HookAnswer> accepted(HookRequest request) {
        var query = read(request.body()).path("callback_query").path("id");
        if (query.isMissingNode()) {
            return Uni.createFrom().item(HookAnswer.accepted());
        }
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("method", "answerCallbackQuery")
                .put("callback_query_id", query.asText());
        return Uni.createFrom().item(HookAnswer.text(200, "application/json", answer.toString()));
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return parser.parse(read(raw.body()), raw.receivedAt());
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return parts.inTurn(
                message.messageId(),
                TelegramCalls.of(message).stream()
                        .<Supplier<Uni<DeliveryOutcome>>>map(call -> () -> api.deliver(call))
                        .toList());
    }

    @Override
    public Uni<Void> signal(Signal signal) {
        return signal.kind() == Signal.Kind.TYPING
                ? api.typing(signal.to().value())
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        return api.fetch(ref);
    }

    private JsonNode read(byte[] body) {
        try {
            var update = mapper.readTree(body);
            if (update.path("update_id").isIntegralNumber()) {
                return update;
            }
        } catch (IOException e) {
            throw new UnreadableInboundException("The update is not readable as JSON", e);
        }
        throw new UnreadableInboundException("The update has no update_id");
    }
}
