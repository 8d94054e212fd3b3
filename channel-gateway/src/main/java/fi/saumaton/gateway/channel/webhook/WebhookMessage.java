/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.webhook;

import java.time.Instant;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What comes in.
 *
 * @param type absent or {@code message}; anything else is something else
 * @param messageId the sender's own id of the message; the same again is stored once
 * @param kind what it is, {@code text} when absent; the text says it in words whatever it is
 * @param text may be empty where there are files
 * @param subject of the thread, if the other system has such
 * @param threadKey keeps several conversations of one user apart; absent where there is one at a time
 * @param answers ids of messages that this one answers, nearest first
 * @param occurredAt when it was written, absent for now
 */
@RegisterForReflection(targets = {WebhookMessage.class, WebhookMessage.From.class, WebhookMessage.File.class})
record WebhookMessage(
        String type,
        @NotBlank @Size(max = 200) String messageId,
        @NotNull @Valid From from,

        @Pattern(regexp = "text|media|choice|reaction|location|contact|order|call|edited|deleted|system")
        String kind,

        @NotNull @Size(max = 100_000) String text,
        @Size(max = 1000) String subject,
        @Size(max = 200) String threadKey,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> answers,
        @Size(max = 20) List<@Valid @NotNull File> files,
        Instant occurredAt) {
    /** What is not given is empty; without files there is no message without words. */
    WebhookMessage {
        answers = answers == null ? List.of() : answers;
        files = files == null ? List.of() : files;
        text = text != null && text.isBlank() && files.isEmpty() ? null : text == null && !files.isEmpty() ? "" : text;
    }

    /**
     * Who wrote.
     *
     * @param kind {@code webhook-user}: the sending system's own user id, which its signature proves; anything else is a
     *     claim. Never {@code visitor}: those are reached by the gateway's own stream, which only their token opens
     */
    record From(
            @NotBlank @Size(max = 40) @Pattern(regexp = "(?!visitor$)[a-z][a-z-]*")
            String kind,

            @NotBlank @Size(max = 320) String value,
            @Size(max = 200) String displayName) {}

    /** A file for us to fetch. {@code sha256}: of its content, hexadecimal; absent when not known. */
    record File(
            @NotBlank @Size(max = 2000) String url,
            @Size(max = 200) String name,
            @Size(max = 100) String mediaType,
            Long size,
            @Size(max = 64) String sha256) {}
}
