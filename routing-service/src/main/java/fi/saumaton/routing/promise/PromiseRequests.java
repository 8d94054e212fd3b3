/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise;

import java.time.Instant;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What is asked of promises. */
final class PromiseRequests {
    private static final String KINDS = "call-back|reply|meeting|delivery|other";

    private PromiseRequests() {}

    /**
     * A promise as it is made.
     *
     * @param from when its window begins; now when absent
     * @param owner the maker when absent
     * @param queue whose supervisor hears of it; the owner's when the owner is a queue
     * @param madeBy only for a bot's or the customer's promise; else who asks
     * @param draft whether a person has to confirm it first
     */
    @Schema(
            name = "NewPromise",
            examples = "{\"kind\":\"call-back\",\"text\":\"We call you back about the chain oil\","
                    + "\"from\":\"2026-11-23T08:00:00Z\",\"until\":\"2026-11-23T10:00:00Z\","
                    + "\"customerId\":\"0199c0de-0001-7000-8000-000000000001\",\"handle\":\"phone:+358401234567\"}")
    record Made(
            @NotBlank @Pattern(regexp = KINDS) String kind,
            @NotBlank @Size(max = 500) String text,
            Instant from,
            @NotNull Instant until,
            UUID customerId,
            UUID issueId,
            UUID conversationId,
            UUID messageId,
            @Size(max = 100) String channel,

            @Size(max = 320) @Pattern(regexp = "[a-z][a-z-]*:.+")
            String handle,

            @Pattern(regexp = "[a-z]{2}") String language,
            @Size(max = 40) String queue,
            @Valid Owned owner,
            @Valid MadeBy madeBy,
            boolean draft) {
        PromiseKind of() {
            return kindOf(kind);
        }
    }

    static PromiseKind kindOf(String wire) {
        for (PromiseKind kind : PromiseKind.values()) {
            if (kind.toString().equals(wire)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("No such kind: " + wire);
    }

    /** Who is to see to it. */
    @Schema(name = "PromiseOwner", examples = "{\"type\":\"queue\",\"id\":\"support\"}")
    record Owned(
            @NotBlank @Pattern(regexp = "agent|team|queue") String type,
            @NotBlank @Size(max = 100) String id,
            @Size(max = 200) String name) {
        Party party() {
            return new Party(type, id, name);
        }
    }

    /** On whose behalf it is made. */
    @Schema(name = "PromiseMaker", examples = "{\"type\":\"bot\",\"id\":\"greeter\"}")
    record MadeBy(
            @NotBlank @Pattern(regexp = "bot|customer") String type,
            @NotBlank @Size(max = 100) String id,
            @Size(max = 200) String name) {
        Party party() {
            return new Party(type, id, name);
        }
    }

    /**
     * Another time, as the customer wishes.
     *
     * @param askedBy the customer; what the company alone would like is no reason
     * @param messageId where they say so
     */
    @Schema(
            name = "PromiseWindow",
            examples =
                    "{\"from\":\"2026-11-24T08:00:00Z\",\"until\":\"2026-11-24T10:00:00Z\",\"askedBy\":\"customer\"}")
    record Moved(
            Instant from,
            @NotNull Instant until,
            @NotBlank @Pattern(regexp = "customer") String askedBy,
            UUID messageId,
            @Size(max = 500) String note) {}

    /**
     * A two-way contact with an outcome.
     *
     * @param at when it was; now when absent
     * @param ref what shows it: a call's or message's id
     */
    @Schema(name = "PromiseEvidence", examples = "{\"kind\":\"call\",\"outcome\":\"settled\",\"ref\":\"call-4711\"}")
    record Kept(
            @NotBlank @Pattern(regexp = "call|meeting|message|delivery")
            String kind,

            @NotBlank @Pattern(regexp = "settled|agreed|answered|delivered")
            String outcome,

            Instant at,
            @Size(max = 200) String ref) {}

    /** Somebody tried. */
    @Schema(name = "PromiseAttempt", examples = "{\"outcome\":\"no-answer\"}")
    record Tried(
            @NotBlank @Pattern(regexp = "no-answer|voicemail|busy|wrong-number|no-reply")
            String outcome) {}

    /** The customer needs it no more; a draft is dropped. */
    @Schema(name = "PromiseCancellation", examples = "{\"askedBy\":\"customer\",\"note\":\"Found it in the shop\"}")
    record Cancelled(
            @NotBlank @Pattern(regexp = "customer") String askedBy,
            @Size(max = 500) String note) {}

    /** It is not going to be kept, and somebody says so before time does. */
    @Schema(name = "PromiseBreach", examples = "{\"cause\":\"third-party\",\"note\":\"The importer has none left\"}")
    record Broken(
            @NotBlank @Pattern(regexp = "third-party|cannot-be-kept|forgotten|other")
            String cause,

            @Size(max = 500) String note) {}
}
