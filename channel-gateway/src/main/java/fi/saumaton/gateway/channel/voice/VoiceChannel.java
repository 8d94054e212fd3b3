/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Keeping;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.ProviderAnswer;
import fi.saumaton.gateway.channel.ProviderException;
import fi.saumaton.gateway.channel.ProviderRequest;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.twilio.Form;
import fi.saumaton.gateway.channel.twilio.Refusal;
import fi.saumaton.gateway.channel.twilio.TwilioApi;
import fi.saumaton.gateway.channel.twilio.TwilioSignature;
import fi.saumaton.gateway.channel.twilio.Twiml;

/** One telephone number. */
final class VoiceChannel implements HookChannel, Keeping {
    static final String KIND = "voice";

    private static final String STEP = "step";
    private static final int LARGEST_BODY = 64 * 1024;

    private final String name;
    private final VoiceConfig.Line line;
    private final TwilioSignature signature;
    private final TwilioApi api;
    private final CallParser parser;
    private final CallScript script;
    private final CallNewsService news;
    private final WaitService waits;

    VoiceChannel(
            String name,
            VoiceConfig.Line line,
            TwilioApi api,
            CallScript script,
            CallNewsService news,
            WaitService waits) {
        this.name = name;
        this.line = line;
        this.signature = new TwilioSignature(line.authTokens());
        this.api = api;
        this.parser = new CallParser(name);
        this.script = script;
        this.news = news;
        this.waits = waits;
    }

    @Override
    public String name() {
        return name;
    }

    /** How long an agent's telephone rings. */
    Duration ring() {
        return line.ring();
    }

    /** Nothing is written here; what an agent has done by telephone is noted as done. */
    @Override
    public Capabilities capabilities() {
        return Capabilities.texts(0, Capabilities.Resend.NEVER)
                .startsConversations()
                .live()
                .build();
    }

    @Override
    public int largestBody() {
        return LARGEST_BODY;
    }

    @Override
    public Verdict verify(HookRequest request) {
        var given = request.header(TwilioSignature.HEADER);
        if (given == null) {
            return Verdict.MISSING;
        }
        return signature.isRight(request.url(), request.contentType(), request.body(), given)
                ? Verdict.RIGHT
                : Verdict.WRONG;
    }

    /** What is heard in the queue again and again is no news. */
    @Override
    public List<Slice> slices(HookRequest request) {
        if (!request.contentType().equals(Form.MEDIA_TYPE)) {
            throw new UnreadableInboundException("The body is no form");
        }
        var place = Step.at(request.rest());
        if (place.step() == Step.WAIT) {
            return List.of();
        }
        var call = place.call() == null ? Form.parse(request.body()).get("CallSid", "") : place.call();
        return List.of(new Slice(call, Form.MEDIA_TYPE, Map.of(STEP, request.rest()), request.body()));
    }

    @Override
    public Uni<HookAnswer> accepted(HookRequest request) {
        var twiml = script.answer(Step.at(request.rest()), Form.parse(request.body()), waits.usual(name));
        return Uni.createFrom().item(new HookAnswer(200, Twiml.MEDIA_TYPE, twiml.bytes()));
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return parser.parse(place(raw), Form.parse(raw.body()), raw.receivedAt());
    }

    private static Step.Place place(RawInbound raw) {
        return Step.at(raw.attributes().getOrDefault(STEP, ""));
    }

    @Override
    public Uni<Void> keep(List<RawInbound> records) {
        var heard = new ArrayList<CallNewsService.Heard>();
        records.stream().map(this::heard).filter(Objects::nonNull).forEach(heard::add);
        return heard.isEmpty() ? Uni.createFrom().voidItem() : news.hear(this, heard);
    }

    private CallNewsService.Heard heard(RawInbound raw) {
        var form = Form.parse(raw.body());
        var place = place(raw);
        if (place.step() == Step.RECORDING) {
            var file = CallParser.recording(form);
            return file == null || place.call() == null
                    ? null
                    : new CallNewsService.Heard(place.call(), null, null, file);
        }
        var told = CallNews.of(place, form, raw.receivedAt());
        if (told == null) {
            return null;
        }
        var customer = CallParser.customer(form);
        var number = customer.kind().equals(CallParser.PHONE) ? customer.value() : null;
        return new CallNewsService.Heard(told.call(), told, number, null);
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return Uni.createFrom().item(new DeliveryOutcome.FinalFailure("Nothing can be written to a telephone call"));
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        return api.fetch(ref);
    }

    /** Makes the agent's telephone ring, for a caller who waits or to call a customer. */
    Uni<DialService.Said> ring(CallRepository.Due due) {
        if (due.telephone() == null || !due.telephone().canBeRung()) {
            return Uni.createFrom().item(new DialService.Said.Never("no telephone"));
        }
        var request = due.step().equals(DialService.CONNECT)
                ? redirect(due.call(), due.telephone())
                : call(due.call(), due.telephone());
        return api.send(request)
                .map(this::said)
                .onFailure(ProviderException.class)
                .recoverWithItem(failure -> failure instanceof ProviderException.NotSent
                        ? new DialService.Said.NotNow()
                        : new DialService.Said.Taken(null));
    }

    private ProviderRequest redirect(Call call, Telephone telephone) {
        return api.post(
                "Calls/" + call.sid() + ".json",
                List.of(Map.entry("Twiml", script.connect(call, telephone).text())));
    }

    private ProviderRequest call(Call call, Telephone telephone) {
        return api.post(
                "Calls.json",
                List.of(
                        Map.entry("To", telephone.dialled()),
                        Map.entry("From", line.number()),
                        Map.entry("Twiml", script.callOut(call).text()),
                        Map.entry("Timeout", Long.toString(line.ring().toSeconds())),
                        Map.entry("StatusCallback", script.url(Step.STATUS, call.id())),
                        Map.entry("StatusCallbackEvent", "completed")));
    }

    private DialService.Said said(ProviderAnswer answer) {
        if (answer.isSuccess()) {
            var sid = api.json(answer).path("sid").asText("");
            return new DialService.Said.Taken(sid.isEmpty() ? null : sid);
        }
        var refusal = api.refusal(answer);
        return switch (refusal.kind()) {
            case BUSY, ACCOUNT, AWAY -> new DialService.Said.NotNow();
            case UNSURE -> new DialService.Said.Taken(null);
            case FINAL ->
                refusal.code() == Refusal.CALL_OVER || answer.status() == 404
                        ? new DialService.Said.Over()
                        : new DialService.Said.Never(refusal.reason());
        };
    }
}
