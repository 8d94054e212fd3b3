/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeBodyPart;

import org.jsoup.nodes.Entities;

import fi.saumaton.gateway.channel.email.ParsedMail.Attachment;

/** Walks a mail's MIME tree once and sorts its leaves: what is read, what is attached, what a mail server reports. */
final class MailContent {
    private static final int DEEPEST = 20;
    private static final int MOST_PARTS = 500;

    /** A stretch of the text, in one or both of its forms. */
    private record Passage(String plain, String html) {
        String asText() {
            return plain != null && !plain.isBlank() || html == null
                    ? Optional.ofNullable(plain).orElse("")
                    : HtmlMail.text(html);
        }

        String asHtml() {
            return html == null ? "<pre>" + Entities.escape(plain) + "</pre>" : html;
        }
    }

    private final List<Passage> passages = new ArrayList<>();
    private final List<Attachment> attachments = new ArrayList<>();
    private String deliveryStatus = "";
    private String disposition = "";
    private String feedback = "";
    private String returned = "";
    private int parts;

    static MailContent of(Part mail) throws MessagingException {
        var content = new MailContent();
        content.walk(mail, 0, "");
        return content;
    }

    private void walk(Part part, int depth, String parentType) throws MessagingException {
        var headers = MailHeaders.of(part);
        var type = MimeParts.mediaType(headers);
        if (++parts > MOST_PARTS) {
            return;
        }
        if (type.startsWith("multipart/") && depth < DEEPEST) {
            multipart(part, headers, type, depth);
        } else if (!report(part, headers, type, parentType)) {
            leaf(part, headers, type, parentType);
        }
    }

    private void multipart(Part part, MailHeaders headers, String type, int depth) throws MessagingException {
        var children = MimeParts.children(part, headers);
        if (children.isEmpty()) {
            var text = LenientText.decode(MimeParts.raw(part), null).strip();
            passages.add(new Passage(text, null));
        }
        int before = passages.size();
        for (MimeBodyPart child : children) {
            walk(child, depth + 1, type);
        }
        if (type.equals("multipart/alternative")) {
            mergeAlternatives(before);
        }
    }

    /** The forms of one text become one passage. */
    private void mergeAlternatives(int from) {
        var forms = passages.subList(from, passages.size());
        if (forms.size() > 1) {
            var plain = forms.stream()
                    .map(Passage::plain)
                    .filter(text -> text != null && !text.isBlank())
                    .findFirst();
            var html = forms.stream()
                    .map(Passage::html)
                    .filter(text -> text != null)
                    .toList();
            forms.clear();
            passages.add(new Passage(plain.orElse(null), html.isEmpty() ? null : String.join("\n", html)));
        }
    }

    private boolean report(Part part, MailHeaders headers, String type, String parentType) {
        switch (type) {
            case "message/delivery-status", "message/global-delivery-status" -> deliveryStatus = text(part, headers);
            case "message/disposition-notification" -> disposition = text(part, headers);
            case "message/feedback-report" -> feedback = text(part, headers);
            case "message/rfc822-headers", "text/rfc822-headers" -> returned = text(part, headers);
            case "message/rfc822" -> {
                returned = parentType.equals("multipart/report") ? text(part, headers) : returned;
                return parentType.equals("multipart/report");
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void leaf(Part part, MailHeaders headers, String type, String parentType) {
        var name = MimeParts.fileName(headers);
        boolean readable = type.equals("text/plain") || type.equals("text/html") || type.equals("text/enriched");
        boolean body = readable && !MimeParts.isAttachment(headers) && name == null;
        if (!body) {
            attach(part, headers, type, name);
        } else if (type.equals("text/html")) {
            passages.add(new Passage(null, text(part, headers)));
        } else if (type.equals("text/plain") || !parentType.equals("multipart/alternative")) {
            passages.add(new Passage(text(part, headers), null));
        }
    }

    private void attach(Part part, MailHeaders headers, String type, String name) {
        var contentId = headers.first("Content-ID").replaceAll("[<>\\s]", "");
        boolean inline = !MimeParts.isAttachment(headers) && !contentId.isEmpty();
        var content = MimeParts.bytes(part, headers);
        if (content.length > 0 || name != null) {
            var known = name == null ? defaultName(type) : name;
            attachments.add(new Attachment(known, type, contentId.isEmpty() ? null : contentId, inline, content));
        }
    }

    private String defaultName(String type) {
        var ending = switch (type) {
            case "message/rfc822" -> "eml";
            case "text/calendar" -> "ics";
            case "text/plain" -> "txt";
            case "image/jpeg" -> "jpg";
            case "application/ms-tnef" -> "dat";
            default -> type.replaceFirst(".*/(?:x-)?", "").replaceFirst("[+].*", "");
        };
        return "attachment-" + (attachments.size() + 1) + '.' + ending;
    }

    private static String text(Part part, MailHeaders headers) {
        var charset = MimeParts.parameter(headers, "charset");
        var text = LenientText.withoutControls(
                LenientText.decode(MimeParts.bytes(part, headers), charset).replace("\r\n", "\n"));
        return "flowed".equalsIgnoreCase(MimeParts.parameter(headers, "format")) ? unflowed(text) : text;
    }

    /** RFC 3676: a space at the end of a line means that the paragraph goes on; one at its start is stuffing. */
    private static String unflowed(String text) {
        var out = new StringBuilder();
        for (var line : text.lines().toList()) {
            var content = line.startsWith(" ") ? line.substring(1) : line;
            boolean goesOn = content.endsWith(" ") && !content.equals("-- ") && !content.startsWith(">");
            out.append(content).append(goesOn ? "" : "\n");
        }
        return out.toString();
    }

    /** The whole text, "" when there is none. */
    String text() {
        return String.join(
                "\n\n",
                passages.stream()
                        .map(Passage::asText)
                        .map(String::strip)
                        .filter(t -> !t.isEmpty())
                        .toList());
    }

    /** Cleaned HTML, null when the mail was plain. */
    String html() {
        if (passages.stream().allMatch(passage -> passage.html() == null)) {
            return null;
        }
        return HtmlMail.clean(
                String.join("\n", passages.stream().map(Passage::asHtml).toList()));
    }

    List<Attachment> attachments() {
        return List.copyOf(attachments);
    }

    /** What the machine-readable parts say, if there are any. */
    Optional<DeliveryReport> report() {
        if (!feedback.isEmpty()) {
            return Optional.of(DeliveryReport.complaint(returned));
        }
        if (!disposition.isEmpty()) {
            return DeliveryReport.ofDisposition(disposition);
        }
        return deliveryStatus.isEmpty() ? Optional.empty() : DeliveryReport.ofStatus(deliveryStatus, returned);
    }

    /** Bytes of everything attached, for telling two mails apart. */
    String fingerprint() {
        return attachments.stream()
                .map(file -> file.name()
                        + ':'
                        + MessageIds.contentHash(new String(file.content(), StandardCharsets.ISO_8859_1)))
                .toList()
                .toString();
    }
}
