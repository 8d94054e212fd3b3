/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.erasure;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.erasure.ErasureRepository.Erasure;
import fi.saumaton.customer.erasure.ErasureRepository.Part;

/** What became of an erasure: what was removed where and when, what stays and why, and by when the last trace is gone. */
public record ErasureProof(
        UUID erasureId,

        @Schema(description = "A random number by now: no name and no address stands under it any more")
        UUID customerId,

        @Schema(examples = "request") String reason,
        String requestedBy,
        String requestedByName,
        Instant requestedAt,

        @Schema(description = "running, or done once no service has anything left to do", examples = "done")
        String state,

        List<Removed> removed,

        @Schema(description = "Services that have not answered yet, or still work on it")
        List<String> waitingFor,

        @Schema(description = "By then Kafka has deleted all events and dead letters about the person")
        Instant topicsCleanBy,

        List<Kept> stays) {
    static final String RUNNING = "running";
    static final String DONE = "done";

    private static final String FOR_GOOD = "for good";

    /** What one service removed: rows by table. */
    @Schema(name = "ErasureRemoved")
    public record Removed(
            @Schema(examples = "customer-service") String service,
            @Schema(examples = "{\"touchpoint\": 12}") Map<String, Long> rows,
            Instant at) {}

    /** Something that is left on purpose. */
    @Schema(name = "ErasureKept")
    public record Kept(
            @Schema(examples = "figures") String what,

            @Schema(description = "Where", examples = "analytics-service")
            String where,

            String why,
            @Schema(description = "For how long") String until) {}

    static ErasureProof of(
            Erasure erasure, List<Part> parts, List<String> services, Duration topics, Duration handles) {
        var waiting = services.stream()
                .filter(service -> !settled(service, parts))
                .sorted()
                .toList();
        return new ErasureProof(
                erasure.id(),
                erasure.customerId(),
                erasure.reason(),
                erasure.requestedBy(),
                erasure.requestedByName(),
                erasure.requestedAt(),
                waiting.isEmpty() ? DONE : RUNNING,
                parts.stream()
                        .map(part -> new Removed(part.service(), part.removed(), part.at()))
                        .toList(),
                waiting,
                erasure.requestedAt().plus(topics),
                kept(erasure, topics, handles));
    }

    /** By its latest word: more may come to light after it was done once. */
    private static boolean settled(String service, List<Part> parts) {
        return parts.stream()
                .filter(part -> part.service().equals(service))
                .max(Comparator.comparing(Part::at))
                .filter(Part::settled)
                .isPresent();
    }

    private static List<Kept> kept(Erasure erasure, Duration topics, Duration handles) {
        return List.of(
                new Kept(
                        "events and dead letters about the person",
                        "Kafka",
                        "A log can't be rewritten; it is deleted by age, and nobody can build anything from it meanwhile.",
                        erasure.requestedAt().plus(topics).toString()),
                new Kept(
                        "raw bodies too large for Kafka, ended work without the customer",
                        "channel-gateway, routing-service",
                        "The bodies can't be read by sender, and replicas catch up by the work; both go by age.",
                        erasure.requestedAt().plus(handles).toString()),
                new Kept(
                        "keyed hashes of the person's addresses",
                        "customer-service, channel-gateway",
                        "So that what the person wrote before the erasure does not come back with late or repeated events.",
                        erasure.requestedAt().plus(handles).toString()),
                new Kept(
                        "ids of the customer and of conversations",
                        "all services",
                        "Random numbers, by which late events are known and dropped. No name and no address stands under "
                                + "them, but figures and entries of the audit log of the same conversations do.",
                        FOR_GOOD),
                new Kept(
                        "figures",
                        "analytics-service",
                        "Pseudonymous: times, channels and counts, under another random id. The ids of conversations lead "
                                + "there from the ids above and from the audit log; none of them leads to the person.",
                        "as long as figures are kept, by default 5 years"),
                new Kept(
                        "who looked at the customer, and this proof",
                        "customer-service",
                        "The company has to answer for what it did. Neither holds anything about the person but the ids of "
                                + "the customer and of conversations.",
                        "as long as the audit log is kept, by default 2 years; the proof for good"),
                new Kept(
                        "mails in the company's mailbox",
                        "the mail server",
                        "It is outside of the platform; whoever runs it deletes them there.",
                        "until deleted there"));
    }
}
