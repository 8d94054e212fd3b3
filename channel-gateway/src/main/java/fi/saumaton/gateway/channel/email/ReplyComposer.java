/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.vertx.ext.mail.MailMessage;

import fi.saumaton.gateway.channel.Outbound;

/** Writes a message as a mail that every mail program shows as an answer in the customer's own thread. */
final class ReplyComposer {
    private final String address;
    private final Optional<String> displayName;
    private final boolean plusAddressing;

    ReplyComposer(String address, Optional<String> displayName, boolean plusAddressing) {
        this.address = address;
        this.displayName = displayName.map(ReplyComposer::phrase).filter(name -> !name.isEmpty());
        this.plusAddressing = plusAddressing;
    }

    /** The Message-ID of a message of ours: the same for every attempt, and hard to guess (74 random bits). */
    String messageId(UUID messageId) {
        return "<" + messageId + address.substring(address.indexOf('@')) + ">";
    }

    MailMessage compose(Outbound message) {
        var mail = new MailMessage()
                .setFrom(named(displayName.orElse(""), address))
                .setTo(named(
                        phrase(message.toName() == null ? "" : message.toName()),
                        message.to().value()))
                .setBounceAddress(address)
                .setSubject(subject(message))
                .setText(text(message))
                .addHeader("Message-ID", messageId(message.messageId()));
        var parent = MessageIds.of(message.inReplyTo());
        var references = MessageIds.references(message.references(), parent);
        if (parent != null) {
            mail.addHeader("In-Reply-To", parent);
        }
        if (!references.isEmpty()) {
            mail.addHeader("References", String.join(" ", references));
        }
        if (plusAddressing) {
            mail.addHeader("Reply-To", address.replace("@", "+" + message.reference() + "@"));
        }
        if (message.authorName() == null) {
            mail.addHeader("Auto-Submitted", "auto-replied");
        }
        return mail;
    }

    private static String subject(Outbound message) {
        var subject = SubjectLine.shown(message.subject());
        return subject == null ? "Re: [" + message.reference() + "]" : SubjectLine.reply(subject);
    }

    /** The reference is what remains when a customer's program drops the header fields of a thread. */
    private String text(Outbound message) {
        List<String> signature = new ArrayList<>();
        Optional.ofNullable(message.authorName()).ifPresent(signature::add);
        displayName.ifPresent(signature::add);
        signature.add("[" + message.reference() + "]");
        return message.text().stripTrailing() + "\n\n-- \n" + String.join("\n", signature) + "\n";
    }

    private static String named(String name, String address) {
        return name.isEmpty() ? address : name + " <" + address + ">";
    }

    /** A name as it may stand before an address, without anything that could end it there. */
    private static String phrase(String name) {
        return name.replaceAll("[\\p{Cntrl}<>\"(),;:@\\\\\\[\\]]+", " ")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
