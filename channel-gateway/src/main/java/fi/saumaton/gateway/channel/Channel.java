/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Duration;
import java.util.UUID;

import io.smallrye.mutiny.Uni;

/**
 * A configured way in and out, such as {@code email:support}. One instance per configured channel, made by the {@link ChannelSource} of its kind.
 *
 * <p>Getting the bytes in is no part of the interface: the channel's own door (an HTTP route, a socket, a mailbox poller) hands them to
 * {@code ingress.Ingress}, and answers once they are durable there. They come back to {@link #parse} later, on any replica, perhaps more than once.
 */
public interface Channel {
    /** Kind and name, such as {@code webchat:shop}; stable, it is stored with every conversation. */
    String name();

    /** The part before the colon: {@code email}, {@code webchat}, {@code webhook}. */
    default String kind() {
        return name().substring(0, name().indexOf(':'));
    }

    Capabilities capabilities();

    /**
     * Understands one raw record. Pure: no clock, no I/O, the same bytes always give the same result.
     *
     * @throws UnreadableInboundException when it never can be understood; the record goes to the dead letters, with this reason
     */
    Parsed parse(RawInbound raw);

    /**
     * Hands one message to the channel's provider. Called in order per conversation, with no transaction open, on an event loop (it must not block).
     * A failed Uni counts as {@link DeliveryOutcome.Uncertain}: whether the provider got the message is then not known.
     */
    Uni<DeliveryOutcome> send(Outbound message);

    /**
     * The id under which the provider and the customer will know an outgoing message, where we choose it ourselves (e-mail: its Message-ID). It is
     * stored with the message, before the first attempt, and found again in {@link Inbound#answers()} and {@link Receipt#providerMessageId()}.
     */
    default String outgoingId(UUID messageId) {
        return messageId.toString();
    }

    /** What the provider allows; kept ahead of every {@link #send}, over all replicas together. */
    default Rates rates() {
        return Rates.none();
    }

    /** How long after it was written an answer is still worth sending; null: as the installation says. */
    default Duration deadline() {
        return null;
    }

    /**
     * What became of a message whose outcome is not known: {@code Sent} or {@code FinalFailure} settle it, {@code TemporaryFailure} says that the provider
     * has never got it (so it is sent again), {@code Uncertain} that it cannot say yet. Null: it cannot be asked at all. Never asked where a message may be
     * sent again under the same id.
     */
    default Uni<DeliveryOutcome> lookUp(Outbound message) {
        return Uni.createFrom().nullItem();
    }

    /** Shows the customer that somebody writes or has read. Best effort: what fails is forgotten. */
    default Uni<Void> signal(Signal signal) {
        return Uni.createFrom().voidItem();
    }

    /** A file that came by reference. Fails with {@link MediaGoneException} when it is lost for good; any other failure is tried again. */
    default Uni<FetchedMedia> fetch(MediaRef ref) {
        return Uni.createFrom().failure(new MediaGoneException("The channel has no way to fetch files"));
    }
}
