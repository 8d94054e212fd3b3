/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.telegram;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A body of multipart/form-data (RFC 7578). */
final class Multipart {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final String boundary;

    /** {@code boundary}: a text that stands in no part. */
    Multipart(String boundary) {
        this.boundary = boundary;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    Multipart field(String name, String value) {
        head("form-data; name=\"" + name + '"', "text/plain; charset=utf-8");
        out.writeBytes(bytes(value));
        return end();
    }

    Multipart file(String name, String fileName, String mediaType, byte[] content) {
        head("form-data; name=\"" + name + "\"; filename=\"" + quoted(fileName) + '"', line(mediaType));
        out.writeBytes(content);
        return end();
    }

    byte[] body() {
        var whole = new ByteArrayOutputStream();
        whole.writeBytes(out.toByteArray());
        whole.writeBytes(bytes("--" + boundary + "--\r\n"));
        return whole.toByteArray();
    }

    private void head(String disposition, String contentType) {
        out.writeBytes(bytes("--" + boundary + "\r\nContent-Disposition: " + disposition + "\r\nContent-Type: "
                + contentType + "\r\n\r\n"));
    }

    private Multipart end() {
        out.writeBytes(bytes("\r\n"));
        return this;
    }

    /** As browsers do: a file's name ends no header. */
    private static String quoted(String name) {
        return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String line(String mediaType) {
        return mediaType.replace("\r", "").replace("\n", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
