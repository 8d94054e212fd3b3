/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.linkedin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;

/** One organisation's page. */
final class LinkedInChannel implements HookChannel {
    static final String KIND = "linkedin";

    private static final String SIGNATURE_HEADER = "X-LI-Signature";
    private static final int LARGEST_BODY = 1024 * 1024;
    private static final int LONGEST_TEXT = 1250;
    /** The Marketing API's terms: others' social activity 48 hours, and nothing of it to third parties. */
    private static final Capabilities.DataRules RULES = new Capabilities.DataRules(Duration.ofHours(48), false);

    private static final Capabilities CAPABILITIES = Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.NEVER)
            .data(RULES)
            .build();

    private final String name;
    private final LinkedInSignature signature;
    private final LinkedInApi api;
    private final ObjectMapper mapper;
    private final NotificationParser parser;

    LinkedInChannel(String name, LinkedInConfig.Page page, LinkedInApi api, ObjectMapper mapper) {
        this.name = name;
        this.signature = new LinkedInSignature(page.clientSecret());
        this.api = api;
        this.mapper = mapper;
        this.parser = new NotificationParser(name, page.organization());
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
    public int largestBody() {
        return LARGEST_BODY;
    }

    /** Asked every two hours; three wrong answers, and the hook is blocked. */
    @Override
    public Optional<HookAnswer> handshake(HookRequest request) {
        var code = request.parameter("challengeCode");
        if (!request.method().equals("GET") || code == null) {
            return Optional.empty();
        }
        var answer = JsonNodeFactory.instance
                .objectNode()
                .put("challengeCode", code)
                .put("challengeResponse", signature.answer(code));
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

    /** A record for each notification: people who comment at the same time do not wait for each other. */
    @Override
    public List<Slice> slices(HookRequest request) {
        var body = read(request.body());
        if (!body.path("notifications").isArray()) {
            return List.of(Slice.of("", request));
        }
        var slices = new ArrayList<Slice>();
        for (var notification : body.get("notifications")) {
            slices.add(Slice.json(
                    NotificationParser.author(notification),
                    notification.toString().getBytes(StandardCharsets.UTF_8)));
        }
        return slices;
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return parser.parse(read(raw.body()));
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return Stream.concat(Stream.ofNullable(message.inReplyTo()), message.references().reversed().stream())
                .map(CommentUrn::of)
                .flatMap(Optional::stream)
                .findFirst()
                .map(target -> api.comment(target, message.text()))
                .orElseGet(() -> Uni.createFrom()
                        .item(new DeliveryOutcome.FinalFailure("There is no comment or post to answer")));
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
