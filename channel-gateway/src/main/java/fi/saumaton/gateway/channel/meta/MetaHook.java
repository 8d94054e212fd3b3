/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Optional;

import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel.Verdict;
import fi.saumaton.gateway.channel.HookRequest;

/** The hook as Meta calls it, the same for all its products. */
public final class MetaHook {
    /** Meta puts up to 1,000 updates into 3 MB. */
    public static final int LARGEST_BODY = 3 * 1024 * 1024;

    private static final int FORBIDDEN = 403;

    private final HubSignature signature;
    private final byte[] verifyToken;

    public MetaHook(MetaApp app) {
        this.signature = new HubSignature(app.appSecret());
        this.verifyToken = app.verifyToken().getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the challenge back to whoever knows our token; empty when nothing of the kind was asked. */
    public Optional<HookAnswer> handshake(HookRequest request) {
        var challenge = request.parameter("hub.challenge");
        if (!request.method().equals("GET") || challenge == null) {
            return Optional.empty();
        }
        var token = request.parameter("hub.verify_token");
        boolean right = "subscribe".equals(request.parameter("hub.mode"))
                && token != null
                && MessageDigest.isEqual(verifyToken, token.getBytes(StandardCharsets.UTF_8));
        return Optional.of(
                right ? HookAnswer.plain(challenge) : HookAnswer.text(FORBIDDEN, "text/plain", "Wrong token"));
    }

    public Verdict verify(HookRequest request) {
        var header = request.header(HubSignature.HEADER);
        if (header == null) {
            return Verdict.MISSING;
        }
        return signature.isRight(header, request.body()) ? Verdict.RIGHT : Verdict.WRONG;
    }

    public static HookAnswer accepted() {
        return HookAnswer.plain("EVENT_RECEIVED");
    }
}
