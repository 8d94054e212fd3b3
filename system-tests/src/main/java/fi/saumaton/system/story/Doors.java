/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.net.URI;

/**
 * Where a running platform is reached from outside.
 *
 * @param gateway base address of the channel gateway
 * @param issuer the realm's address, also the tokens' issuer
 * @param shop base address of the demo shop, whose pages embed the chat widget
 * @param mailHost host of the mail server
 * @param smtpPort port that takes mail in
 * @param imapPort port that mailboxes are read on
 */
public record Doors(URI gateway, URI issuer, URI shop, String mailHost, int smtpPort, int imapPort) {

    /**
     * The addresses of {@code ./dev start}.
     *
     * @param offset what {@code ./dev start --offset} was given, else 0
     */
    public static Doors ofDevelopment(int offset) {
        return new Doors(
                URI.create("http://localhost:" + (8080 + offset)),
                URI.create("http://localhost:" + (8180 + offset) + "/realms/saumaton"),
                URI.create("http://localhost:" + (8090 + offset)),
                "localhost",
                13025 + offset,
                13143 + offset);
    }

    /** The same platform, entered by another replica of the gateway. */
    public Doors through(URI otherGateway) {
        return new Doors(otherGateway, issuer, shop, mailHost, smtpPort, imapPort);
    }
}
