/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.email;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import jakarta.mail.util.ByteArrayDataSource;

/** Reads single MIME parts: type, name, decoded bytes, children; broken ones too. */
final class MimeParts {
    private static final Pattern TYPE = Pattern.compile("^\\s*([\\w.+-]+/[\\w.+-]+)");

    private MimeParts() {}

    /** Media type in lower case, {@code text/plain} when there is none that can be read. */
    static String mediaType(MailHeaders headers) {
        var matcher = TYPE.matcher(headers.first("Content-Type"));
        return matcher.find() ? matcher.group(1).toLowerCase(Locale.ROOT) : "text/plain";
    }

    /** A parameter of Content-Type, null when absent; also from a field that breaks the rules. */
    static String parameter(MailHeaders headers, String name) {
        var field = headers.first("Content-Type");
        try {
            return new ContentType(field).getParameter(name);
        } catch (ParseException | RuntimeException broken) {
            return loose(field, name);
        }
    }

    static boolean isAttachment(MailHeaders headers) {
        return headers.first("Content-Disposition")
                .strip()
                .toLowerCase(Locale.ROOT)
                .startsWith("attachment");
    }

    /** The name under which the sender gave the file, without any path, null when it has none. */
    static String fileName(MailHeaders headers) {
        var field = headers.first("Content-Disposition");
        String name;
        try {
            name = field.isBlank() ? null : new ContentDisposition(field).getParameter("filename");
        } catch (ParseException | RuntimeException broken) {
            name = loose(field, "filename");
        }
        var raw = name == null ? parameter(headers, "name") : name;
        var clean = raw == null
                ? ""
                : LenientText.header(raw)
                        .replaceAll("^.*[/\\\\]", "")
                        .replaceAll("[\\n\\t]", " ")
                        .strip();
        return clean.isEmpty() ? null : clean.substring(Math.max(0, clean.length() - 200));
    }

    private static String loose(String field, String name) {
        var matcher = Pattern.compile(
                        ";\\s*" + Pattern.quote(name) + "\\s*=\\s*(?:\"([^\"]*)\"|([^\\s;]+))",
                        Pattern.CASE_INSENSITIVE)
                .matcher(field);
        return matcher.find() ? (matcher.group(1) == null ? matcher.group(2) : matcher.group(1)) : null;
    }

    /** The content with its transfer encoding taken off, as far as that can be done. */
    static byte[] bytes(Part part, MailHeaders headers) {
        byte[] raw = raw(part);
        var encoding = headers.first("Content-Transfer-Encoding")
                .replaceAll("\\(.*", "")
                .strip()
                .toLowerCase(Locale.ROOT);
        return switch (encoding) {
            case "base64" -> LenientText.base64(new String(raw, StandardCharsets.ISO_8859_1));
            case "quoted-printable" -> quotedPrintable(raw);
            case "uuencode", "x-uuencode", "x-uue" -> uudecoded(raw);
            default -> raw;
        };
    }

    private static byte[] quotedPrintable(byte[] raw) {
        var text = new String(raw, StandardCharsets.ISO_8859_1).replaceAll("=[ \\t]*\\r?\\n", "");
        return LenientText.quotedPrintable(text);
    }

    private static byte[] uudecoded(byte[] raw) {
        try (var in = MimeUtility.decode(new ByteArrayInputStream(raw), "uuencode")) {
            return in.readAllBytes();
        } catch (MessagingException | IOException | RuntimeException broken) {
            return raw;
        }
    }

    static byte[] raw(Part part) {
        try (InputStream in = part instanceof MimeMessage message
                ? message.getRawInputStream()
                : ((MimeBodyPart) part).getRawInputStream()) {
            return in.readAllBytes();
        } catch (MessagingException | IOException nothingThere) {
            return new byte[0];
        }
    }

    /** The parts of a multipart; none when no boundary can be found in it. */
    static List<MimeBodyPart> children(Part part, MailHeaders headers) {
        var boundary = parameter(headers, "boundary");
        var type = mediaType(headers) + (boundary == null ? "" : "; boundary=\"" + boundary.replace("\"", "") + '"');
        var parts = new ArrayList<MimeBodyPart>();
        try {
            var multipart = new MimeMultipart(new ByteArrayDataSource(bytes(part, headers), type));
            for (int i = 0; i < multipart.getCount(); i++) {
                parts.add((MimeBodyPart) multipart.getBodyPart(i));
            }
        } catch (MessagingException | RuntimeException broken) {
            return List.copyOf(parts);
        }
        return parts;
    }
}
