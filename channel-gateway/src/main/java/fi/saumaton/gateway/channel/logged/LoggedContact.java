/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.logged;

import java.time.Instant;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * What somebody writes down.
 *
 * @param channel where it was said, such as {@code logged:linkedin}
 * @param text what was said, by whomever
 * @param occurredAt when, absent for now
 * @param replyDue the customer still waits for an answer: it becomes work
 */
@RegisterForReflection(targets = {LoggedContact.class, LoggedContact.From.class})
@Schema(
        name = "LoggedContact",
        examples =
                "{\"channel\":\"logged:linkedin\",\"from\":{\"kind\":\"linkedin\",\"value\":\"@mikko\",\"displayName\":\"Mikko\"},\"text\":\"Asked for a spare part list.\"}")
public record LoggedContact(
        @NotBlank @Size(max = 100) String channel,
        @NotNull @Valid From from,
        @NotBlank @Size(max = 20_000) String text,
        Instant occurredAt,
        boolean replyDue) {

    /**
     * With whom. A claim of the writer's: it is shown as unverified and links nobody by itself.
     *
     * @param kind of handle, such as {@code linkedin}, {@code email}, {@code phone}, {@code customer-number}; never {@code visitor}
     */
    public record From(
            @NotBlank @Size(max = 40) @Pattern(regexp = "(?!visitor$)[a-z][a-z-]*")
            String kind,

            @NotBlank @Size(max = 255) String value,
            @Size(max = 200) String displayName) {}
}
