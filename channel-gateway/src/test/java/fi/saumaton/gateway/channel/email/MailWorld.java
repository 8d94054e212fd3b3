/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.eclipse.microprofile.config.ConfigProvider;

import com.icegreen.greenmail.smtp.SmtpServer;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;

/** A real mail server (SMTP and IMAP) with the company's mailboxes and Mikko's. */
final class MailWorld implements AutoCloseable {
    static final String MIKKO = "mikko@example.test";

    private final int smtpPort =
            ConfigProvider.getConfig().getValue("saumaton.channel.email.support.smtp.port", int.class);
    private final int imapPort =
            ConfigProvider.getConfig().getValue("saumaton.channel.email.support.imap.port", int.class);
    private GreenMail server;
    private SmtpServer secondSmtp;

    static MailWorld start() {
        var world = new MailWorld();
        world.open();
        return world;
    }

    /** Starts with empty mailboxes and, as every start, with a new UIDVALIDITY. */
    void open() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(imapPort, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
        });
        Stream.of("support", "restart", "broken")
                .forEach(name -> server.setUser(name + "@saumaton.test", name + "@saumaton.test", name));
        server.setUser(MIKKO, MIKKO, "mikko");
        server.start();
    }

    @Override
    public void close() {
        if (secondSmtp != null) {
            secondSmtp.stopService();
        }
        server.stop();
    }

    void smtpDown() {
        server.getSmtp().stopService();
    }

    /** The same mailboxes again, behind a new SMTP port listener. */
    void smtpUp() {
        var setup = new ServerSetup(smtpPort, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        secondSmtp = new SmtpServer(setup, server.getManagers());
        secondSmtp.startService();
    }

    /** Hands a mail to the server as another server would: byte for byte. */
    void deliver(String to, String mail) {
        var settings = new Properties();
        settings.setProperty("mail.smtp.host", "127.0.0.1");
        settings.setProperty("mail.smtp.port", Integer.toString(smtpPort));
        var session = Session.getInstance(settings);
        try {
            var bytes = mail.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
            var message = new MimeMessage(session, new ByteArrayInputStream(bytes));
            try (var transport = session.getTransport("smtp")) {
                transport.connect();
                transport.sendMessage(message, new InternetAddress[] {new InternetAddress(to)});
            }
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What lies in somebody's INBOX. */
    List<? extends Message> inbox(String user) {
        try {
            var folder = server.getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUser(user));
            return folder.getMessages().stream()
                    .map(stored -> stored.getMimeMessage())
                    .toList();
        } catch (FolderException e) {
            throw new IllegalStateException(e);
        }
    }

    static String header(Message message, String name) {
        try {
            var values = message.getHeader(name);
            return values == null ? null : values[0].replaceAll("\\s+", " ");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }
}
