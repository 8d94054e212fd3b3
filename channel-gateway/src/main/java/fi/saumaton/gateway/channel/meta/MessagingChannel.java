/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.ObjectMapper;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.DeliveryOutcome;
import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.HookAnswer;
import fi.saumaton.gateway.channel.HookChannel;
import fi.saumaton.gateway.channel.HookRequest;
import fi.saumaton.gateway.channel.MediaRef;
import fi.saumaton.gateway.channel.Outbound;
import fi.saumaton.gateway.channel.Parsed;
import fi.saumaton.gateway.channel.ProviderClient;
import fi.saumaton.gateway.channel.Rates;
import fi.saumaton.gateway.channel.RawInbound;
import fi.saumaton.gateway.channel.Signal;
import fi.saumaton.gateway.channel.Slice;

/** A page in Messenger, or an account in Instagram. */
public final class MessagingChannel implements HookChannel {
    /** The Send API takes 300 texts a second from one page; slower files it refuses by itself, with an error that makes us wait. */
    private static final Rates RATES = new Rates(300, 300, Duration.ZERO);

    private final Account account;
    private final MetaHook hook;
    private final MessagingSlices slices;
    private final MessagingParser parser;
    private final MessagingSender sender;
    private final MessagingMedia media;

    /**
     * What is configured.
     *
     * @param page the page that sends
     * @param humanAgent Meta has allowed the app the tag HUMAN_AGENT
     */
    public record Account(String name, Platform platform, String page, boolean humanAgent, MetaApp app) {}

    public MessagingChannel(
            Account account,
            Accounts accounts,
            ObjectMapper mapper,
            ProviderClient client,
            AccountAlerts alerts,
            Clock clock) {
        var graph = new GraphClient(client, mapper, clock, account.app());
        var platform = account.platform();
        this.account = account;
        this.hook = new MetaHook(account.app());
        this.slices = new MessagingSlices(mapper);
        this.parser = new MessagingParser(platform, mapper, accounts.of(account.app()));
        this.sender = new MessagingSender(
                platform,
                graph,
                account.page(),
                new MessagingBodies(platform, mapper),
                alerts.watching(account.name(), MessagingErrors::rule),
                clock);
        this.media = new MessagingMedia(graph);
    }

    @Override
    public String name() {
        return account.name();
    }

    @Override
    public Capabilities capabilities() {
        return account.platform().capabilities(account.humanAgent());
    }

    @Override
    public Rates rates() {
        return RATES;
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
    public Uni<DeliveryOutcome> lookUp(Outbound message) {
        return sender.lookUp(message);
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
