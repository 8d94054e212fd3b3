/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A mail as far as this channel understands it. Lists are never null; texts are null only where said so.
 *
 * @param messageId the Message-ID with its brackets, null when the mail has none
 * @param contentHash stands for sender, subject, date and content: tells apart two mails under one Message-ID
 * @param from the author; empty only for a delivery report that names none
 * @param replyTo where an answer goes
 * @param fromProven see {@link SenderProof}
 * @param recipients To and Cc (and what the last server noted), bare addresses in lower case
 * @param subject null when there is none
 * @param sentAt what the writer's clock said, null when missing, unreadable or impossible
 * @param inReplyTo usually one id
 * @param references oldest first
 * @param text what was written this time
 * @param fullText with the quoted mail and the signature
 * @param html cleaned, null when the mail has none
 * @param automatic why no answer is due
 * @param report present when the mail tells what became of one of ours
 */
record ParsedMail(
        String messageId,
        String contentHash,
        Optional<Address> from,
        Optional<Address> replyTo,
        boolean fromProven,
        List<String> recipients,
        String subject,
        Instant sentAt,
        List<String> inReplyTo,
        List<String> references,
        String text,
        String fullText,
        String html,
        List<Attachment> attachments,
        Optional<AutomaticMail> automatic,
        Optional<DeliveryReport> report) {

    /**
     * @param address bare, lower case
     * @param name as shown, null when there is none
     */
    record Address(String address, String name) {
        String domain() {
            return address.substring(address.lastIndexOf('@') + 1);
        }
    }

    /**
     * A file in the mail, as it was.
     *
     * @param contentId without brackets, null when there is none
     * @param inline shown within the text rather than beside it
     */
    record Attachment(String name, String mediaType, String contentId, boolean inline, byte[] content) {}
}
