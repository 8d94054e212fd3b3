/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

import io.smallrye.health.api.Wellness;

import fi.saumaton.gateway.channel.email.MailboxPoller.MailboxState;

/** A mailbox that is away is worth an alert, but no reason to take the gateway out of service: it is no readiness check. */
@Wellness
@ApplicationScoped
class MailboxHealth implements HealthCheck {
    private final MailboxPollers pollers;

    MailboxHealth(MailboxPollers pollers) {
        this.pollers = pollers;
    }

    @Override
    public HealthCheckResponse call() {
        var response = HealthCheckResponse.named("mailboxes");
        for (var poller : pollers.all()) {
            response.withData(poller.channel(), poller.state().name());
            if (poller.setAside() > 0) {
                response.withData(poller.channel() + " unreadable mails", poller.setAside());
            }
        }
        boolean up = pollers.all().stream().noneMatch(poller -> poller.state() == MailboxState.DOWN);
        return response.status(up).build();
    }
}
