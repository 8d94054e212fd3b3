/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.mail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.Http;
import fi.saumaton.devstack.process.Launch;
import fi.saumaton.devstack.process.Libraries;
import fi.saumaton.devstack.process.Part;

/** SMTP and IMAP without TLS on the loopback interface. Mail to an unknown address makes its mailbox. */
public final class MailServer implements Part {
    /** The company's mailbox; the login is the address. */
    public static final String SUPPORT = "support@saumaton.test";

    public static final String SUPPORT_PASSWORD = "support";

    private static final List<String> MAILBOXES = List.of(SUPPORT + ":" + SUPPORT_PASSWORD, "mikko@example.test:mikko");
    private static final List<String> JAVA_OPTIONS =
            List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms32m", "-Xmx256m");

    private final Home home;
    private final int smtpPort;
    private final int imapPort;

    public MailServer(Home home, int smtpPort, int imapPort) {
        this.home = home;
        this.smtpPort = smtpPort;
        this.imapPort = imapPort;
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        ports.put("SMTP", smtpPort);
        ports.put("IMAP", imapPort);
        return ports;
    }

    @Override
    public void prepare(Consumer<String> progress) {
        // nothing to lay out: mailboxes live in its memory
    }

    @Override
    public Launch launch() {
        var arguments = new ArrayList<>(List.of(Integer.toString(smtpPort), Integer.toString(imapPort)));
        arguments.addAll(MAILBOXES);
        return Launch.of(
                new Libraries(home.project()).java(JAVA_OPTIONS, "mail", MailMain.class, arguments), home.data(name()));
    }

    @Override
    public boolean ready() {
        return Http.listens(smtpPort) && Http.listens(imapPort);
    }
}
