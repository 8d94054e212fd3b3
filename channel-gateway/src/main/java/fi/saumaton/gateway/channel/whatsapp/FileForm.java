/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.whatsapp;

import java.util.Locale;
import java.util.Set;

/** How a file goes out: pictures, films and sounds of the types that WhatsApp plays, the rest as documents. */
enum FileForm {
    IMAGE(Set.of("image/jpeg", "image/png")),
    VIDEO(Set.of("video/mp4", "video/3gpp")),
    AUDIO(Set.of("audio/aac", "audio/amr", "audio/mpeg", "audio/mp4", "audio/ogg")),
    DOCUMENT(Set.of());

    private final Set<String> types;

    FileForm(Set<String> types) {
        this.types = types;
    }

    static FileForm of(String mediaType) {
        var plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        for (var form : values()) {
            if (form.types.contains(plain)) {
                return form;
            }
        }
        return DOCUMENT;
    }

    boolean takesCaption() {
        return this != AUDIO;
    }

    String wire() {
        return name().toLowerCase(Locale.ROOT);
    }
}
