/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.media;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

import fi.saumaton.gateway.channel.FetchedMedia;
import fi.saumaton.gateway.channel.MediaGoneException;
import fi.saumaton.gateway.channel.MediaRef;

/** Whether what came is what was announced. */
final class MediaCheck {
    private MediaCheck() {}

    /** Fails when it is too large for us, or not the file that was announced. */
    static void check(MediaRef ref, FetchedMedia media, long largest) {
        if (media.content().length > largest) {
            throw new MediaGoneException("The file is larger than " + largest + " bytes");
        }
        if (ref.sha256() != null && !isDigest(ref.sha256(), sha256(media.content()))) {
            throw new MediaGoneException("The file is not the one that was announced");
        }
    }

    /** Providers write digests in hexadecimal or in base64. */
    private static boolean isDigest(String announced, byte[] digest) {
        return announced.equalsIgnoreCase(HexFormat.of().formatHex(digest))
                || announced.equals(Base64.getEncoder().encodeToString(digest));
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
