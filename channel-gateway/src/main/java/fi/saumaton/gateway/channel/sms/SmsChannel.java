/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.sms;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Content;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.Keeping;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.UnreadableInboundException;
import fi.saumaton.gateway.channel.twilio.Form;
import fi.saumaton.gateway.channel.twilio.Refusal;
import fi.saumaton.gateway.channel.twilio.TwilioApi;
import fi.saumaton.gateway.channel.twilio.TwilioSignature;
import fi.saumaton.gateway.channel.twilio.Twiml;

/** One number for text messages. */
final class SmsChannel implements HookChannel, Keeping {
    static final String KIND = "sms";
    /** A sender that is no number: a company's name, a short number. */
    static final String SENDER = "sms-sender";
    /** Below the channel's own address: {@code status/} and our id of the message. */
    static final String STATUS = "status";

    private static final int LARGEST_BODY = 64 * 1024;
    private static final int LONGEST_TEXT = 1_600;
    private static final Duration WHATSAPP_WINDOW = Duration.ofHours(24);
    private static final HookAnswer NO_REPLY = new HookAnswer(200, Twiml.MEDIA_TYPE, Twiml.NOTHING.bytes());

    private final String name;
    private final SmsConfig.Line line;
    private final TwilioSignature signature;
    private final SmsParser parser;
    private final SmsSender sender;
    private final TwilioApi api;
    private final OptOutService optOuts;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final boolean reports;

    SmsChannel(
            String name,
            SmsConfig.Line line,
            TwilioApi api,
            SmsSender sender,
            OptOutService optOuts,
            MeterRegistry metrics,
            Clock clock,
            boolean reports) {
        this.name = name;
        this.line = line;
        this.signature = new TwilioSignature(line.authTokens());
        this.parser = new SmsParser(name, line.stopWords());
        this.sender = sender;
        this.api = api;
        this.optOuts = optOuts;
        this.metrics = metrics;
        this.clock = clock;
        this.reports = reports;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Capabilities capabilities() {
        var can = Capabilities.texts(LONGEST_TEXT, Capabilities.Resend.NEVER)
                .receipts(reports, reports && line.whatsapp())
                .startsConversations();
        return line.whatsapp() ? can.templates().window(WHATSAPP_WINDOW, null).build() : can.build();
    }

    @Override
    public Rates rates() {
        return new Rates(line.perSecond(), 1, Duration.ZERO);
    }

    /** An answer that did not get out in the time that operators are given would not be worth it later. */
    @Override
    public Duration deadline() {
        return line.validity();
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

    @Override
    public List<Slice> slices(HookRequest request) {
        if (!request.contentType().equals(Form.MEDIA_TYPE)) {
            throw new UnreadableInboundException("The body is no form");
        }
        var key = SmsParser.customer(Form.parse(request.body())).value();
        return List.of(new Slice(key, Form.MEDIA_TYPE, attributes(request.rest()), request.body()));
    }

    private static Map<String, String> attributes(String rest) {
        var id = rest.startsWith(STATUS + "/") ? rest.substring(STATUS.length() + 1) : "";
        return isId(id) ? Map.of(SmsParser.MESSAGE, id) : Map.of();
    }

    private static boolean isId(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Answers come later and by themselves, so Twilio is told to say nothing. */
    @Override
    public Uni<HookAnswer> accepted(HookRequest request) {
        return Uni.createFrom().item(NO_REPLY);
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return parser.parse(Form.parse(raw.body()), raw.attributes().get(SmsParser.MESSAGE), raw.receivedAt());
    }

    @Override
    public Uni<Void> keep(List<RawInbound> records) {
        return Multi.createFrom()
                .iterable(records)
                .onItem()
                .transformToUniAndConcatenate(raw -> keep(Form.parse(raw.body()), raw))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> keep(Form form, RawInbound raw) {
        return switch (parser.optOut(form)) {
            case STOP -> optOuts.stop(name, SmsParser.customer(form).value(), raw.receivedAt());
            case START -> optOuts.start(name, SmsParser.customer(form).value(), raw.receivedAt());
            case NOTHING -> Uni.createFrom().voidItem();
        };
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        if (message.to().kind().equals(SENDER)) {
            return Uni.createFrom().item(new DeliveryOutcome.FinalFailure("The sender takes no answers"));
        }
        return optOuts.hasStopped(name, message.to().value())
                .chain(stopped -> stopped
                        ? Uni.createFrom().item(refused(Refusal.of(400, Refusal.OPTED_OUT)))
                        : sender.send(message, clock.instant()).call(outcome -> note(message, outcome)));
    }

    private static DeliveryOutcome refused(Refusal refusal) {
        return new DeliveryOutcome.FinalFailure(refusal.reason(), Integer.toString(refusal.code()));
    }

    /** What was sent costs by the segment; who has told Twilio STOP need not be asked again. */
    private Uni<Void> note(Outbound message, DeliveryOutcome outcome) {
        if (outcome instanceof DeliveryOutcome.Sent && message.content() instanceof Content.Text) {
            var segments = Segments.of(message.text());
            metrics.counter(
                            "saumaton.sms.segments",
                            "channel",
                            name,
                            "alphabet",
                            segments.alphabet().name())
                    .increment(segments.count());
        }
        boolean optedOut = outcome instanceof DeliveryOutcome.FinalFailure failure
                && Integer.toString(Refusal.OPTED_OUT).equals(failure.code());
        return optedOut
                ? optOuts.learnt(name, message.to().value(), clock.instant())
                : Uni.createFrom().voidItem();
    }

    @Override
    public Uni<DeliveryOutcome> lookUp(Outbound message) {
        return sender.lookUp(message, clock.instant());
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        return api.fetch(ref);
    }
}
