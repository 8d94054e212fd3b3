/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.validation.ConstraintViolationException;
import jakarta.validation.Validator;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectReader;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Keeping;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.webhook.Signature;

/** One telephone exchange. */
final class CtiChannel implements HookChannel, Keeping {
    static final String KIND = "cti";

    private static final String BEARER = "Bearer ";
    private static final int LARGEST_BODY = 16 * 1024;

    private final String name;
    private final Signature signature;
    private final byte[] token;
    private final CtiParser parser;
    private final ScreenPops screenPops;
    private final ObjectReader reader;
    private final Validator validator;

    /** {@code signature}, {@code token}: null where the exchange does not use it. */
    CtiChannel(
            String name,
            Signature signature,
            String token,
            ScreenPops screenPops,
            ObjectReader reader,
            Validator validator) {
        this.name = name;
        this.signature = signature;
        this.token = token == null ? null : token.getBytes(StandardCharsets.UTF_8);
        this.parser = new CtiParser(name);
        this.screenPops = screenPops;
        this.reader = reader;
        this.validator = validator;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        return Capabilities.texts(0, Capabilities.Resend.NEVER).live().build();
    }

    @Override
    public int largestBody() {
        return LARGEST_BODY;
    }

    @Override
    public Verdict verify(HookRequest request) {
        var authorization = request.header("Authorization");
        if (token != null && authorization != null && authorization.startsWith(BEARER)) {
            var given = authorization.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8);
            return MessageDigest.isEqual(token, given) ? Verdict.RIGHT : Verdict.WRONG;
        }
        return signature == null
                ? Verdict.MISSING
                : signature.check(
                        request.header("webhook-id"),
                        request.header("webhook-timestamp"),
                        request.header("webhook-signature"),
                        request.body(),
                        request.receivedAt());
    }

    @Override
    public List<Slice> slices(HookRequest request) {
        var event = read(request.body());
        if (event == null) {
            throw new UnreadableInboundException("The body is empty");
        }
        var violations = validator.validate(event);
        if (!violations.isEmpty()) {
            throw new ConstraintViolationException(violations);
        }
        return List.of(Slice.json(event.callId(), request.body()));
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return parser.parse(read(raw.body()), new String(raw.body(), StandardCharsets.UTF_8), raw.receivedAt());
    }

    @Override
    public Uni<Void> keep(List<RawInbound> records) {
        Map<String, CtiEvent> byKey = records.stream()
                .map(raw -> read(raw.body()))
                .filter(event -> event.agentNumber() != null)
                .collect(Collectors.toMap(CtiEvent::key, event -> event, (first, same) -> first));
        return byKey.isEmpty() ? Uni.createFrom().voidItem() : screenPops.show(name, byKey);
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return Uni.createFrom().item(new DeliveryOutcome.FinalFailure("Nothing can be written to a telephone call"));
    }

    private CtiEvent read(byte[] body) {
        try {
            return reader.readValue(body);
        } catch (IOException e) {
            throw new UnreadableInboundException("The body is not readable as JSON", e);
        }
    }
}
