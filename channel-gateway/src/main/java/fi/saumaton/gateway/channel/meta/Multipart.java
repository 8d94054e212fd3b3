/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;

import fi.saumaton.gateway.channel.OutboundFile;

/** A form with a file (RFC 7578). */
record Multipart(String contentType, byte[] body) {
    private static final String END_OF_LINE = "\r\n";

    static Multipart of(Map<String, String> fields, String fileField, OutboundFile file) {
        var boundary = "saumaton-" + UUID.randomUUID();
        var body = new ByteArrayOutputStream(file.content().length + 1024);
        fields.forEach((name, value) -> {
            write(body, "--" + boundary + END_OF_LINE + disposition(name) + END_OF_LINE + END_OF_LINE);
            write(body, value + END_OF_LINE);
        });
        write(body, "--" + boundary + END_OF_LINE + disposition(fileField) + "; filename=\"" + quoted(file.name()));
        write(body, "\"" + END_OF_LINE + "Content-Type: " + plain(file.mediaType()) + END_OF_LINE + END_OF_LINE);
        body.writeBytes(file.content());
        write(body, END_OF_LINE + "--" + boundary + "--" + END_OF_LINE);
        return new Multipart("multipart/form-data; boundary=" + boundary, body.toByteArray());
    }

    private static String disposition(String name) {
        return "Content-Disposition: form-data; name=\"" + quoted(name) + "\"";
    }

    /** As browsers write it: a name cannot end its own quotes or line. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String plain(String mediaType) {
        return mediaType.replaceAll("[\\r\\n]", "");
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
