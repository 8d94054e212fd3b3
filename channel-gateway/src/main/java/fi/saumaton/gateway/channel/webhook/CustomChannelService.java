/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.LiveChannelSource;
import fi.saumaton.kit.tx.Transactions;
import fi.saumaton.kit.web.CommonProblem;
import fi.saumaton.kit.web.Problem;

/** Keeps partners' channels, and makes every replica know them: at once where they were changed, within seconds elsewhere. */
@ApplicationScoped
public class CustomChannelService implements LiveChannelSource {
    private static final Logger LOG = Logger.getLogger(CustomChannelService.class);
    private static final int MOST = 200;

    private final CustomChannelRepository repository;
    private final CustomChannels known;
    private final CustomChannelConfig config;
    private final Transactions transactions;
    private final Clock clock;

    CustomChannelService(
            CustomChannelRepository repository,
            CustomChannels known,
            CustomChannelConfig config,
            Transactions transactions,
            Clock clock) {
        this.repository = repository;
        this.known = known;
        this.config = config;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public List<Channel> channels() {
        return known.channels();
    }

    @Override
    public Optional<Channel> find(String name) {
        return known.find(name);
    }

    @Override
    public Uni<Void> refresh() {
        return transactions.read(repository::all).invoke(known::replace).replaceWithVoid();
    }

    @Scheduled(
            every = "${saumaton.custom-channels.refresh-every:PT2S}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> look() {
        return transactions
                .read(repository::versions)
                .chain(versions -> known.areKnown(versions) ? Uni.createFrom().voidItem() : refresh())
                .onFailure()
                .invoke(failure -> LOG.debug("Custom channels stay as they are known", failure))
                .onFailure()
                .recoverWithNull();
    }

    Uni<List<CustomChannel>> list() {
        return transactions.read(repository::all);
    }

    Uni<CustomChannel> get(String name) {
        return transactions.write(() -> required(name));
    }

    Uni<CustomChannel> create(String name, String displayName, URI url, Capabilities can, double perSecond) {
        check(url);
        var now = clock.instant();
        var channel = new CustomChannel(
                name, displayName, url, can, perSecond, CustomChannel.newSecret(), null, null, 1, now, now);
        return transactions
                .write(() -> repository
                        .all()
                        .invoke(all -> mustHaveRoom(all.size()))
                        .chain(() -> repository.insert(channel)))
                .invoke(created -> {
                    if (created == 0) {
                        throw new Problem(CommonProblem.CONFLICT, "There is a custom channel of this name");
                    }
                })
                .chain(this::refresh)
                .replaceWith(channel);
    }

    Uni<CustomChannel> change(String name, String displayName, URI url, Capabilities can, double perSecond) {
        check(url);
        return transactions
                .write(() -> required(name)
                        .map(channel -> channel.describedAs(displayName, url, can, perSecond, clock.instant()))
                        .call(repository::update))
                .call(this::refresh);
    }

    Uni<CustomChannel> changeSecret(String name) {
        return transactions
                .write(() -> required(name)
                        .map(channel -> channel.withNewSecret(clock.instant()))
                        .call(repository::update))
                .call(this::refresh);
    }

    Uni<Void> remove(String name) {
        return transactions
                .write(() -> required(name).chain(() -> repository.delete(name)))
                .chain(this::refresh);
    }

    private Uni<CustomChannel> required(String name) {
        return repository
                .find(name)
                .onItem()
                .ifNull()
                .failWith(() -> new Problem(CommonProblem.NOT_FOUND, "There is no such custom channel"));
    }

    private void check(URI url) {
        if (!config.anyTarget() && !Targets.isPublic(url.toString())) {
            throw new Problem(CommonProblem.INVALID, "The address must be a public one, with https")
                    .with("field", "url");
        }
    }

    private static void mustHaveRoom(int count) {
        if (count >= MOST) {
            throw new Problem(CommonProblem.CONFLICT, "There are " + MOST + " custom channels already");
        }
    }
}
