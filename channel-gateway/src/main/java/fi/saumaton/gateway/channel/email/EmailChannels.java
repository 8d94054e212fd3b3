/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;

import fi.saumaton.gateway.channel.Channel;
import fi.saumaton.gateway.channel.ChannelSource;

/** The configured mailboxes as channels. */
@ApplicationScoped
class EmailChannels implements ChannelSource {
    private final List<EmailChannel> channels;

    EmailChannels(EmailConfig config, Vertx vertx, MeterRegistry metrics) {
        this.channels = config.mailboxes().entrySet().stream()
                .map(entry -> {
                    var mailbox = entry.getValue();
                    var domain = mailbox.address().substring(mailbox.address().indexOf('@') + 1);
                    var name = "email:" + entry.getKey();
                    var complaints = metrics.counter("mail.complaints", "channel", name);
                    return new EmailChannel(name, mailbox, new SmtpSender(vertx, mailbox.smtp(), domain), complaints);
                })
                .toList();
    }

    @Override
    public List<Channel> channels() {
        return List.copyOf(channels);
    }

    List<EmailChannel> mailboxes() {
        return channels;
    }
}
