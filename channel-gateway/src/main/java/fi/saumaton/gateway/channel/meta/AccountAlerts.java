/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

import io.micrometer.core.instrument.MeterRegistry;

/** Makes known what no retry heals and somebody has to put right: {@code saumaton.channel.account.trouble{channel,code}}. */
@ApplicationScoped
public class AccountAlerts {
    private static final Logger LOG = Logger.getLogger(AccountAlerts.class);

    private final MeterRegistry metrics;

    AccountAlerts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    private ErrorRule seen(String channel, GraphError error, ErrorRule rule) {
        if (rule.errorClass() == ErrorClass.ACCOUNT_TROUBLE) {
            metrics.counter("saumaton.channel.account.trouble", "channel", channel, "code", error.name())
                    .increment();
            LOG.warnf("Nothing goes out through %s: %s", channel, rule.reason(error));
        }
        return rule;
    }

    /** The table, with an alert at each trouble. */
    public Function<GraphError, ErrorRule> watching(String channel, Function<GraphError, ErrorRule> rules) {
        return error -> seen(channel, error, rules.apply(error));
    }
}
