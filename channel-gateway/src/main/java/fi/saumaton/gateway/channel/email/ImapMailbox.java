/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;

import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.jboss.logging.Logger;

import fi.saumaton.gateway.channel.email.EmailConfig.Imap;
import fi.saumaton.gateway.channel.email.EmailConfig.Tls;

/** One open connection to a mailbox's folder. Blocking; closing it from another thread ends whatever waits on it. */
final class ImapMailbox implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(ImapMailbox.class);
    private static final int FETCHED_AT_ONCE = 200;
    /** Bytes of a mail that are asked for at a time. */
    private static final int BLOCK = 1_048_576;

    /**
     * A mail as it lies in the folder.
     *
     * @param raw the whole mail, or the header only when it is over the limit
     * @param oversized the mail's size in bytes then, otherwise null
     */
    record Fetched(long uid, byte[] raw, Long oversized, Message handle) {}

    private final Imap config;
    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean idles;
    private final boolean moves;

    private ImapMailbox(Imap config, IMAPStore store, IMAPFolder folder) throws MessagingException {
        this.config = config;
        this.store = store;
        this.folder = folder;
        this.idles = store.hasCapability("IDLE");
        this.moves = store.hasCapability("MOVE");
    }

    static ImapMailbox open(Imap config) throws MessagingException {
        var protocol = config.tls() == Tls.TLS ? "imaps" : "imap";
        var store =
                (IMAPStore) Session.getInstance(properties(config, protocol)).getStore(protocol);
        try {
            store.connect(config.host(), config.port(), config.user(), config.password());
            var folder = (IMAPFolder) store.getFolder(config.folder());
            folder.open(Folder.READ_WRITE);
            return new ImapMailbox(config, store, folder);
        } catch (MessagingException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static Properties properties(Imap config, String protocol) {
        var timeout = Long.toString(config.timeout().toMillis());
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", timeout);
        properties.setProperty(prefix + "timeout", timeout);
        properties.setProperty(prefix + "writetimeout", timeout);
        properties.setProperty(prefix + "peek", "true");
        properties.setProperty(prefix + "fetchsize", Integer.toString(BLOCK));
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        properties.setProperty(prefix + "starttls.enable", Boolean.toString(config.tls() == Tls.STARTTLS));
        properties.setProperty(prefix + "starttls.required", Boolean.toString(config.tls() == Tls.STARTTLS));
        return properties;
    }

    long uidValidity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** Messages above the UID, in the order of UIDs; not all at once when there are very many. */
    List<Message> after(long uid) throws MessagingException {
        var found = Arrays.stream(folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID))
                .filter(message -> message != null && uid(message) > uid)
                .sorted(Comparator.comparingLong(this::uid))
                .limit(FETCHED_AT_ONCE)
                .toList();
        fetchSizes(found);
        return found;
    }

    /** Saves a command per mail. A server that stumbles over one of them refuses all: then each is asked for by itself. */
    private void fetchSizes(List<Message> messages) throws MessagingException {
        var profile = new FetchProfile();
        profile.add(FetchProfile.Item.SIZE);
        try {
            folder.fetch(messages.toArray(Message[]::new), profile);
        } catch (MessagingException refused) {
            if (!folder.isOpen()) {
                throw refused;
            }
        }
    }

    /** The message with this UID; null when it is no longer there. */
    Message at(long uid) throws MessagingException {
        return folder.getMessageByUID(uid);
    }

    long uid(Message message) {
        try {
            return folder.getUID(message);
        } catch (MessagingException e) {
            throw new IllegalStateException("no UID for a message of an open folder", e);
        }
    }

    /** Reads without marking as read. */
    Fetched fetch(Message message, long maxSize) throws FetchFailedException {
        try {
            return read((IMAPMessage) message, maxSize);
        } catch (FetchFailedException e) {
            throw e;
        } catch (MessagingException | IOException | RuntimeException e) {
            throw new FetchFailedException(e);
        }
    }

    private Fetched read(IMAPMessage message, long maxSize) throws MessagingException, IOException {
        message.setPeek(true);
        long uid = uid(message);
        int size = message.getSize();
        if (size > maxSize) {
            return new Fetched(uid, header(message), (long) size, message);
        }
        var raw = new ByteArrayOutputStream(Math.max(1024, size));
        message.writeTo(raw);
        if (isCutOff(raw.size(), size)) {
            throw new FetchFailedException();
        }
        return new Fetched(uid, raw.toByteArray(), null, message);
    }

    /**
     * A server that answers NO when asked for the next block looks to the mail library like the end of the mail. Sizes alone
     * prove nothing: some servers tell them wrong by a few bytes.
     */
    private static boolean isCutOff(int taken, int size) {
        return taken < size && taken % BLOCK == 0;
    }

    private static byte[] header(IMAPMessage message) throws MessagingException {
        var lines = Collections.list(message.getAllHeaderLines()).stream().collect(Collectors.joining("\r\n"));
        return (lines + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Marks taken mail for people who look into the mailbox. The position is kept elsewhere, so this may fail. */
    void markTaken(Fetched mail) {
        try {
            if (mail.oversized() != null) {
                mail.handle().setFlag(Flags.Flag.FLAGGED, true);
                return;
            }
            mail.handle().setFlag(Flags.Flag.SEEN, true);
            if (config.takenFolder().isPresent()) {
                moveTo((IMAPFolder) store.getFolder(config.takenFolder().get()), mail.handle());
            }
        } catch (MessagingException e) {
            LOG.debugf("A taken mail could not be marked: %s", e.getClass().getSimpleName());
        }
    }

    private void moveTo(IMAPFolder taken, Message message) throws MessagingException {
        if (!taken.exists()) {
            taken.create(Folder.HOLDS_MESSAGES);
        }
        if (moves) {
            folder.moveMessages(new Message[] {message}, taken);
        } else {
            folder.copyMessages(new Message[] {message}, taken);
            message.setFlag(Flags.Flag.DELETED, true);
            folder.expunge(new Message[] {message});
        }
    }

    boolean idles() {
        return idles;
    }

    /** Waits until something happens in the folder or {@link #wake} is called. */
    void idle() throws MessagingException {
        folder.idle(true);
    }

    /** Ends a running {@link #idle} by a harmless command, which also shows whether the connection still lives. */
    void wake() throws MessagingException {
        folder.doCommand(protocol -> {
            protocol.simpleCommand("NOOP", null);
            return null;
        });
    }

    @Override
    public void close() {
        try {
            store.close();
        } catch (MessagingException e) {
            LOG.debugf(
                    "A mailbox connection did not close well: %s", e.getClass().getSimpleName());
        }
    }
}
