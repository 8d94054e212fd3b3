/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;

import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import org.awaitility.Awaitility;

/** Somebody's real mailbox: sends by SMTP, reads by IMAP. */
public final class Mailbox {

    private final Doors doors;
    private final String address;
    private final String password;

    /** The password of the sample mailboxes is the local part of the address. */
    public Mailbox(Doors doors, String address) {
        this.doors = doors;
        this.address = address;
        this.password = address.substring(0, address.indexOf('@'));
    }

    /** A mail as it was received: the headers that make a thread, and the text. */
    public record Received(
            String messageId, String inReplyTo, String references, String from, String subject, String text) {

        private static Received of(MimeMessage mail) throws MessagingException, IOException {
            return new Received(
                    mail.getMessageID(),
                    mail.getHeader("In-Reply-To", " "),
                    mail.getHeader("References", " "),
                    ((InternetAddress) mail.getFrom()[0]).getAddress(),
                    mail.getSubject(),
                    String.valueOf(mail.getContent()));
        }
    }

    /** Sends a mail that the receiving server has found to come from where it says (DMARC pass). */
    public String sendProven(String to, String subject, String text) {
        return send(to, subject, text, "mx.saumaton.test; dmarc=pass header.from=" + domain());
    }

    /** Sends the same without the receiving server's stamp. */
    public String sendUnproven(String to, String subject, String text) {
        return send(to, subject, text, null);
    }

    private String send(String to, String subject, String text, String authenticationResults) {
        try {
            var mail = new MimeMessage(session()) {
                @Override
                protected void updateMessageID() throws MessagingException {
                    setHeader("Message-ID", "<" + UUID.randomUUID() + "@" + domain() + ">");
                }
            };
            mail.setFrom(new InternetAddress(address));
            mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            mail.setSubject(subject, "UTF-8");
            mail.setText(text, "UTF-8");
            mail.saveChanges();
            if (authenticationResults != null) {
                mail.setHeader("Authentication-Results", authenticationResults);
            }
            Transport.send(mail);
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException("mail could not be sent", e);
        }
    }

    /** Sends bytes as they are, for mail that no library would write. */
    public void sendRaw(String to, byte[] mail) {
        try {
            var message = new MimeMessage(session(), new ByteArrayInputStream(mail)) {
                @Override
                public void saveChanges() {
                    // The bytes are the point: nothing is added or put right.
                    saved = true;
                }
            };
            Transport.send(message, new InternetAddress[] {new InternetAddress(to)});
        } catch (MessagingException e) {
            throw new IllegalStateException("mail could not be sent", e);
        }
    }

    /** Waits for the answer to one of our mails. */
    public Received awaitReplyTo(String messageId, Duration atMost) {
        return Awaitility.await("a reply in the mailbox")
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> inbox().stream()
                                .filter(mail -> messageId.equals(mail.inReplyTo()))
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    /** Everything in the inbox, oldest first. */
    public List<Received> inbox() {
        try (var store = session().getStore("imap")) {
            store.connect(doors.mailHost(), doors.imapPort(), address, password);
            try (var folder = store.getFolder("INBOX")) {
                folder.open(Folder.READ_ONLY);
                var received = new ArrayList<Received>();
                for (var mail : folder.getMessages()) {
                    received.add(Received.of((MimeMessage) mail));
                }
                return received;
            }
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("the mailbox cannot be read", e);
        }
    }

    private String domain() {
        return address.substring(address.indexOf('@') + 1);
    }

    private Session session() {
        var properties = new Properties();
        properties.put("mail.smtp.host", doors.mailHost());
        properties.put("mail.smtp.port", String.valueOf(doors.smtpPort()));
        properties.put("mail.smtp.from", address);
        return Session.getInstance(properties);
    }
}
