/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.moving;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.customer.moving.source.What;

/** An import as the API shows it. */
@Schema(name = "Import", description = "Another system's contacts and tickets on their way in")
record ImportView(
        UUID importId,
        @Schema(examples = "zendesk") String system,
        @Schema(examples = "main") String source,

        @Schema(
                description = "What the external ids of customers begin with: external:zendesk-main",
                examples = "zendesk-main")
        String origin,

        List<String> what,
        boolean dryRun,

        @Schema(description = "Whether it goes on with what changes there")
        boolean follow,

        @Schema(description = "Whether tickets that end here end there as well")
        boolean bothWays,

        @Schema(description = "Changes before then are here; absent the first time around")
        Instant followedUntil,

        @Schema(description = "waiting, running, done, cancelled, failed", examples = "running")
        String state,

        @Schema(description = "Records read so far", examples = "12400")
        long done,

        @Schema(description = "Records in all, if the system says", examples = "80000")
        Long total,

        @Schema(description = "From 0 to 1, if anybody knows", examples = "0.155")
        Double progress,

        @Schema(description = "If it goes on as before", examples = "2520")
        Long secondsLeft,

        @Schema(
                description = "Records by what they are and what became of them; of a dry run, what would",
                examples = "{\"contact\": {\"created\": 11020, \"linked\": 1370, \"refused\": 10}}")
        Map<String, Map<String, Long>> outcomes,

        @Schema(description = "Why it waits or has failed", examples = "The system asks us to wait.")
        String trouble,

        @Schema(description = "Until when it waits for that")
        Instant waitsUntil,

        String requestedBy,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    static ImportView from(ImportJob job) {
        Map<String, Map<String, Long>> outcomes = new TreeMap<>();
        job.outcomes().forEach((name, count) -> {
            int dot = name.indexOf('.');
            outcomes.computeIfAbsent(name.substring(0, dot), any -> new TreeMap<>())
                    .put(name.substring(dot + 1), count);
        });
        return new ImportView(
                job.id(),
                job.system(),
                job.source(),
                job.origin(),
                job.what().stream().map(What::code).toList(),
                job.dryRun(),
                job.follow(),
                job.bothWays(),
                job.since(),
                job.state().code(),
                job.done(),
                job.total(),
                job.progress(),
                job.secondsLeft(),
                outcomes,
                job.trouble(),
                job.trouble() == null ? null : job.notBefore(),
                job.requestedByName(),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}
