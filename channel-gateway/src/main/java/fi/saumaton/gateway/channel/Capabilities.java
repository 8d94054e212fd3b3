/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.time.Duration;

import io.quarkus.runtime.annotations.RegisterForReflection;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What a channel can do; frontends and routing read it, and replies are checked against it.
 *
 * @param maxTextLength the longest text it takes, in characters
 * @param media which files go out with a message, and how large they may be
 * @param templates texts that the provider has approved can be sent
 * @param buttons most quick replies with one message; 0: none
 * @param listRows most rows of a list to choose from; 0: none
 * @param typing the customer can be shown that somebody writes
 * @param marksRead the customer can be shown that their message was read
 * @param deliveryReceipts the provider tells when a message has reached the customer's device
 * @param readReceipts the provider tells when it was read
 * @param startsConversations the company may write first
 * @param replyWindow how long after the customer's last message free text may go out; null: always
 * @param humanWindow how long a person, not a program, may answer; null: as {@code replyWindow}
 * @param live customers are reached through the gateway's own stream: a message that is stored there is sent
 * @param resend what may be done when the outcome of an attempt is not known
 * @param data what the provider's terms say about keeping and handing on
 */
@RegisterForReflection
public record Capabilities(
        int maxTextLength,
        Media media,
        boolean templates,
        int buttons,
        int listRows,
        boolean typing,
        boolean marksRead,
        boolean deliveryReceipts,
        boolean readReceipts,
        boolean startsConversations,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration replyWindow,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Duration humanWindow,
        boolean live,
        Resend resend,
        DataRules data) {

    /** What to do with a message that may or may not have gone out. */
    public enum Resend {
        /** Sent again under the same provider-visible id, so that the receiver can tell a duplicate. */
        SAME_ID,
        /** Never sent again by itself: it stays uncertain until a receipt or a look-up settles it. */
        NEVER
    }

    /** Largest file of each class, in bytes; 0: none of it goes out. A {@code document} is whatever is none of the others. */
    @RegisterForReflection
    public record Media(long image, long video, long audio, long document) {
        public static final Media NONE = new Media(0, 0, 0, 0);

        public static Media upTo(long bytes) {
            return new Media(bytes, bytes, bytes, bytes);
        }

        /** The limit for a file of this media type; 0: it does not go out. */
        public long limit(String mediaType) {
            return switch (mediaType.substring(0, Math.max(0, mediaType.indexOf('/')))) {
                case "image" -> image;
                case "video" -> video;
                case "audio" -> audio;
                default -> document;
            };
        }
    }

    /**
     * What the provider's terms say about others' data.
     *
     * @param keepContent how long what customers wrote may be kept; null: as everything else
     * @param outsideModels texts may be given to language models outside the installation
     */
    @RegisterForReflection
    public record DataRules(
            @JsonFormat(shape = JsonFormat.Shape.STRING) Duration keepContent, boolean outsideModels) {
        public static final DataRules FREE = new DataRules(null, true);

        /** Whether what customers write must not leave the gateway, where no other service can keep it longer or hand it on. */
        public boolean staysHere() {
            return keepContent != null || !outsideModels;
        }
    }

    /** A channel that takes texts and nothing else; the rest is added by name. */
    public static Builder texts(int maxLength, Resend resend) {
        return new Builder(maxLength, resend);
    }

    /** Adds what a channel can do. */
    public static final class Builder {
        private final int maxTextLength;
        private final Resend resend;
        private Media media = Media.NONE;
        private boolean templates;
        private int buttons;
        private int listRows;
        private boolean typing;
        private boolean marksRead;
        private boolean deliveryReceipts;
        private boolean readReceipts;
        private boolean startsConversations;
        private Duration replyWindow;
        private Duration humanWindow;
        private boolean live;
        private DataRules data = DataRules.FREE;

        private Builder(int maxTextLength, Resend resend) {
            this.maxTextLength = maxTextLength;
            this.resend = resend;
        }

        public Builder media(Media largest) {
            media = largest;
            return this;
        }

        public Builder templates() {
            templates = true;
            return this;
        }

        public Builder choices(int mostButtons, int mostRows) {
            buttons = mostButtons;
            listRows = mostRows;
            return this;
        }

        public Builder typing() {
            typing = true;
            return this;
        }

        public Builder marksRead() {
            marksRead = true;
            return this;
        }

        public Builder receipts(boolean delivery, boolean read) {
            deliveryReceipts = delivery;
            readReceipts = read;
            return this;
        }

        public Builder startsConversations() {
            startsConversations = true;
            return this;
        }

        /** {@code forPeople}: null for the same. */
        public Builder window(Duration window, Duration forPeople) {
            replyWindow = window;
            humanWindow = forPeople;
            return this;
        }

        public Builder live() {
            live = true;
            return this;
        }

        public Builder data(DataRules rules) {
            data = rules;
            return this;
        }

        public Capabilities build() {
            return new Capabilities(
                    maxTextLength,
                    media,
                    templates,
                    buttons,
                    listRows,
                    typing,
                    marksRead,
                    deliveryReceipts,
                    readReceipts,
                    startsConversations,
                    replyWindow,
                    humanWindow,
                    live,
                    resend,
                    data);
        }
    }
}
