/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.net.URI;
import java.util.List;

import fi.saumaton.system.story.Doors;

/**
 * What a load process is to do.
 *
 * @param kind which load
 * @param target base address that takes the requests
 * @param doors the whole platform's addresses, for loads that need more than one door
 * @param visitorTokens one per ongoing conversation
 * @param webhookSecret key of the signed webhooks, base64
 * @param connections kept-alive connections, each with one request under way
 * @param seconds how long
 * @param rate messages per second where the load is paced, else 0
 */
record LoadSpec(
        Kind kind,
        URI target,
        Doors doors,
        List<String> visitorTokens,
        String webhookSecret,
        int connections,
        int seconds,
        int rate) {

    /** The loads: three floods at one door, and two mixtures over the whole platform. */
    enum Kind {
        /** The reference endpoint, as fast as it answers. */
        BARE,
        /** Chat messages in ongoing conversations, as fast as the door answers. */
        CHAT,
        /** Signed webhooks, as fast as the door answers. */
        WEBHOOK,
        /** Nine of ten messages in ongoing conversations, one opens a new one; held back by the backlog. */
        MIXED,
        /** A steady rate in ongoing conversations, each message timed from its intended send to the agent's socket. */
        PACED,
        /** No messages, only the agents who accept what they are offered, until the process is ended. */
        DESKS
    }
}
