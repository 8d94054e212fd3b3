/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.meta;

import java.time.Duration;

import fi.saumaton.gateway.channel.Capabilities;
import fi.saumaton.gateway.channel.Capabilities.Media;
import fi.saumaton.gateway.channel.Capabilities.Resend;

/** Where Messenger and Instagram differ. */
public enum Platform {
    MESSENGER("messenger", "page", 2000, 25),
    INSTAGRAM("instagram", "instagram", 1000, 8);

    private static final int MOST_QUICK_REPLIES = 13;
    private static final Duration WINDOW = Duration.ofHours(24);
    private static final Duration FOR_PEOPLE = Duration.ofDays(7);

    private final String kind;
    private final String object;
    private final int maxTextLength;
    private final Media media;

    Platform(String kind, String object, int maxTextLength, int imageMegabytes) {
        this.kind = kind;
        this.object = object;
        this.maxTextLength = maxTextLength;
        this.media = media(imageMegabytes);
    }

    private static Media media(long imageMegabytes) {
        long megabyte = 1024 * 1024;
        long file = 25 * megabyte;
        return new Media(imageMegabytes * megabyte, file, file, file);
    }

    /** Of the channel, and of its customers' handles. */
    public String kind() {
        return kind;
    }

    /** What the hooks' {@code object} says. */
    String object() {
        return object;
    }

    /** Without the app's leave for the tag HUMAN_AGENT people have no more time than programs. */
    Capabilities capabilities(boolean humanAgent) {
        return Capabilities.texts(maxTextLength, Resend.NEVER)
                .media(media)
                .choices(MOST_QUICK_REPLIES, 0)
                .typing()
                .marksRead()
                .receipts(this == MESSENGER, true)
                .window(WINDOW, humanAgent ? FOR_PEOPLE : null)
                .build();
    }

    Duration window() {
        return WINDOW;
    }
}
