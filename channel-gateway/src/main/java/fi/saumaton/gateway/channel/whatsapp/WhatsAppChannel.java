/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Capabilities.Media;
import fi.saumaton.gateway.channel.Capabilities.Resend;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.channel.Slice;
import fi.saumaton.gateway.channel.meta.MetaHook;

/** One WhatsApp number. */
final class WhatsAppChannel implements HookChannel {
    private static final int LONGEST_TEXT = 4096;
    private static final long MEGABYTE = 1024 * 1024;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Capabilities CAPABILITIES = Capabilities.texts(LONGEST_TEXT, Resend.NEVER)
            .media(new Media(5 * MEGABYTE, 16 * MEGABYTE, 16 * MEGABYTE, 100 * MEGABYTE))
            .templates()
            .choices(ChoiceForm.MOST_BUTTONS, ChoiceForm.MOST_ROWS)
            .typing()
            .marksRead()
            .receipts(true, true)
            .startsConversations()
            .window(WINDOW, null)
            .build();

    private final String name;
    private final Rates rates;
    private final MetaHook hook;
    private final WhatsAppSlices slices;
    private final WhatsAppParser parser;
    private final WhatsAppSender sender;
    private final WhatsAppMedia media;

    WhatsAppChannel(
            String name,
            Rates rates,
            MetaHook hook,
            WhatsAppSlices slices,
            WhatsAppParser parser,
            WhatsAppSender sender,
            WhatsAppMedia media) {
        this.name = name;
        this.rates = rates;
        this.hook = hook;
        this.slices = slices;
        this.parser = parser;
        this.sender = sender;
        this.media = media;
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
        return MetaHook.LARGEST_BODY;
    }

    @Override
    public Optional<HookAnswer> handshake(HookRequest request) {
        return hook.handshake(request);
    }

    @Override
    public Verdict verify(HookRequest request) {
        return hook.verify(request);
    }

    @Override
    public List<Slice> slices(HookRequest request) {
        return slices.of(request.body());
    }

    @Override
    public Uni<HookAnswer> accepted(HookRequest request) {
        return Uni.createFrom().item(MetaHook.accepted());
    }

    @Override
    public Parsed parse(RawInbound raw) {
        return parser.parse(raw);
    }

    @Override
    public Uni<DeliveryOutcome> send(Outbound message) {
        return sender.send(message);
    }

    @Override
    public Uni<Void> signal(Signal signal) {
        return sender.signal(signal);
    }

    @Override
    public Uni<FetchedMedia> fetch(MediaRef ref) {
        return media.fetch(ref);
    }
}
