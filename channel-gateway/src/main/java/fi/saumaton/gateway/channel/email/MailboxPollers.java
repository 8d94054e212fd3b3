/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;

import fi.saumaton.gateway.channel.email.MailboxPoller.MailboxState;
import fi.saumaton.gateway.ingress.Ingress;

/** Starts and stops a poller for each mailbox that is read. */
@ApplicationScoped
class MailboxPollers {
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final List<MailboxPoller> pollers;

    MailboxPollers(
            EmailChannels channels,
            MailboxService mailboxes,
            UnreadableMailService unreadable,
            Ingress ingress,
            Clock clock,
            MeterRegistry metrics) {
        this.pollers = channels.mailboxes().stream()
                .filter(channel -> channel.mailbox().imap().enabled())
                .map(channel -> new MailboxPoller(
                        channel, mailboxes, unreadable, new MailHandover(channel, mailboxes, ingress, clock)))
                .toList();
        pollers.forEach(poller -> observe(poller, metrics));
    }

    private static void observe(MailboxPoller poller, MeterRegistry metrics) {
        var channel = Tags.of("channel", poller.channel());
        metrics.gauge("mailbox.up", channel, poller, it -> it.state() == MailboxState.DOWN ? 0 : 1);
        metrics.gauge("mailbox.unreadable.mails", channel, poller, MailboxPoller::setAside);
    }

    List<MailboxPoller> all() {
        return pollers;
    }

    void start(@Observes StartupEvent event) {
        pollers.forEach(MailboxPoller::start);
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        for (var poller : pollers) {
            poller.stop(PATIENCE);
        }
    }
}
