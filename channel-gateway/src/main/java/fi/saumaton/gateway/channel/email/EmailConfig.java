/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithParentName;

/** The company's mailboxes by name: {@code saumaton.channel.email.<name>.…} is the channel {@code email:<name>}. */
@ConfigMapping(prefix = "saumaton.channel.email")
interface EmailConfig {
    @WithParentName
    Map<String, Mailbox> mailboxes();

    /** One mailbox, read over IMAP and answered for over SMTP. */
    interface Mailbox {
        /** The address customers write to and get answers from. */
        String address();

        /** Other addresses that end up in this mailbox; mail from them is our own. */
        Optional<Set<String>> aliases();

        /** What stands beside the address in customers' mail programs, also in the signature. */
        Optional<String> displayName();

        /**
         * The authserv-id of the receiving server whose Authentication-Results are believed. That server must strip
         * incoming fields with this id. Without it no sender is ever proven.
         */
        Optional<String> trustedAuthservId();

        /** How many Received fields on top are written by servers of our own. */
        @WithDefault("1")
        int trustedHops();

        /** Bytes of the whole mail; a larger one stays in the mailbox and comes in as a notice. */
        @WithDefault("25M")
        MemorySize maxSize();

        /** Whether the server delivers {@code name+anything@…} here: answers are then found by their address as well. */
        @WithDefault("false")
        boolean plusAddressing();

        Imap imap();

        Smtp smtp();
    }

    /** Where mail comes from. */
    interface Imap {
        /** Off: this channel only sends. */
        @WithDefault("true")
        boolean enabled();

        String host();

        @WithDefault("993")
        int port();

        String user();

        String password();

        @WithDefault("TLS")
        Tls tls();

        @WithDefault("INBOX")
        String folder();

        /** Where mail goes once it is taken; without it, it stays in the folder and is marked as read. */
        Optional<String> takenFolder();

        /** The poll behind IDLE, which can die without a word; below 29 minutes, since IDLE is issued again by it. */
        @WithDefault("PT1M")
        Duration pollEvery();

        /** How long a replica may be silent before another one takes the mailbox over. */
        @WithDefault("PT15S")
        Duration leaseFor();

        /** The longest gap between two tries to reach a mailbox that is away; the first is a second. */
        @WithDefault("PT1M")
        Duration longestPause();

        /** How often a mail must have failed to come, others being readable, before it is set aside. */
        @WithDefault("5")
        int unreadableAfterTries();

        /** How long it must have been failing by then. */
        @WithDefault("PT5M")
        Duration unreadableAfter();

        /** After which time a mail that was set aside is tried again by itself. */
        @WithDefault("PT6H")
        Duration unreadableRetryEvery();

        /** For connecting and for each answer of the server. */
        @WithDefault("PT20S")
        Duration timeout();
    }

    /** Where mail goes out. */
    interface Smtp {
        String host();

        @WithDefault("587")
        int port();

        /** Absent: no login. */
        Optional<String> user();

        Optional<String> password();

        @WithDefault("STARTTLS")
        Tls tls();

        /** Mails on their way at the same time. */
        @WithDefault("4")
        int connections();

        /** For one mail, connecting included; after it the outcome counts as unknown. */
        @WithDefault("PT30S")
        Duration timeout();
    }

    /** How the connection is protected. */
    enum Tls {
        NONE,
        STARTTLS,
        TLS
    }
}
