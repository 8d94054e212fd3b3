/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * The one small interface behind which a channel lives ({@link fi.saumaton.gateway.channel.Channel}), and the values that cross it: what comes in
 * ({@link fi.saumaton.gateway.channel.RawInbound}, {@link fi.saumaton.gateway.channel.Inbound}, {@link fi.saumaton.gateway.channel.Receipt}) and what
 * goes out ({@link fi.saumaton.gateway.channel.Outbound}, {@link fi.saumaton.gateway.channel.DeliveryOutcome}).
 *
 * <p>A new channel is a package of its own below this one: a door or a poller that gives raw bytes to {@code ingress}, a pure parser, and a sender.
 */
package fi.saumaton.gateway.channel;
