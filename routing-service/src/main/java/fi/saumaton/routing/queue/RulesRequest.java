/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.queue;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Hours;
import fi.saumaton.routing.engine.QueueRules;
import fi.saumaton.routing.engine.Ring;

/**
 * How the work of a queue is treated; all of it may be left out.
 *
 * @param levels the least level of required skills, 1 to 5
 * @param languageRequired only who speaks the customer's language, until a ring says otherwise
 * @param rings what becomes easier with time
 * @param split share of the new work, in percent, that goes to other queues
 * @param hours when it is served, by the company's clock; none means always
 * @param closedTo the queue that gets the new work while this one is closed
 * @param wrapUpSeconds how long an agent finishes a contact that has ended before the next offer
 * @param replyWithinSeconds how long a reply may be due before the work goes to somebody else; 0 for ever
 * @param targetSeconds within which the work should be taken
 * @param targetPercent of which share of the work that is expected
 * @param emergency nobody is spared this work, however hard
 */
@Schema(
        examples = "{\"levels\":{\"saws\":4},\"rings\":[{\"afterSeconds\":120,\"lowerLevels\":2},"
                + "{\"afterSeconds\":600,\"moveTo\":\"support\"}],\"wrapUpSeconds\":20,\"replyWithinSeconds\":1800}")
record RulesRequest(
        @Size(max = 20)
        Map<@NotNull @Pattern(regexp = QueueRequest.NAME) String, @NotNull @Min(1) @Max(5) Integer> levels,

        Boolean languageRequired,
        @Size(max = 10) List<@NotNull @Valid RingRequest> rings,

        @Size(max = 50)
        Map<@NotNull @Pattern(regexp = QueueRequest.NAME) String, @NotNull @Min(1) @Max(100) Integer> split,

        @Size(max = 21) List<@NotNull @Valid HoursRequest> hours,
        @Pattern(regexp = QueueRequest.NAME) String closedTo,
        @Min(0) @Max(3600) Integer wrapUpSeconds,
        @Min(0) @Max(2_592_000) Integer replyWithinSeconds,
        @Min(1) @Max(2_592_000) Integer targetSeconds,
        @Min(1) @Max(100) Integer targetPercent,
        Boolean emergency) {

    /**
     * All that holds for work that has been without an agent for so long.
     *
     * @param lowerLevels by how much every level is lowered; what falls to 0 is not asked for any more
     * @param alsoQueues whose agents may take it, too
     * @param alsoTeams whose members may take it, too
     * @param moveTo the queue into which it goes over
     */
    @Schema(name = "Ring")
    record RingRequest(
            @NotNull @Min(1) @Max(2_592_000) Integer afterSeconds,
            @Min(0) @Max(5) Integer lowerLevels,
            Boolean anyLanguage,
            @Size(max = 20) Set<@NotNull @Pattern(regexp = QueueRequest.NAME) String> alsoQueues,
            @Size(max = 20) Set<@NotNull @Pattern(regexp = QueueRequest.NAME) String> alsoTeams,
            @Pattern(regexp = QueueRequest.NAME) String moveTo) {
        private Ring ring() {
            return new Ring(
                    afterSeconds, number(lowerLevels), Boolean.TRUE.equals(anyLanguage), alsoQueues, alsoTeams, moveTo);
        }
    }

    /** Opening hours on some days of the week; 00:00 as the end stands for the end of the day. */
    @Schema(name = "Hours")
    record HoursRequest(
            @NotNull @Size(min = 1) Set<@NotNull DayOfWeek> days,
            @NotNull LocalTime from,
            @NotNull LocalTime to) {
        @AssertTrue(message = "must end after they begin")
        boolean isForward() {
            return from == null || to == null || to.equals(LocalTime.MIDNIGHT) || from.isBefore(to);
        }
    }

    @AssertTrue(message = "must not be more than all of the work")
    boolean isShared() {
        return split == null
                || split.values().stream().mapToInt(RulesRequest::number).sum() <= 100;
    }

    QueueRules rules() {
        return new QueueRules(
                levels,
                Boolean.TRUE.equals(languageRequired),
                rings == null ? null : rings.stream().map(RingRequest::ring).toList(),
                split,
                hours == null
                        ? null
                        : hours.stream()
                                .map(each -> new Hours(each.days, each.from, each.to))
                                .toList(),
                closedTo,
                number(wrapUpSeconds),
                number(replyWithinSeconds),
                targetSeconds,
                targetPercent,
                Boolean.TRUE.equals(emergency));
    }

    private static int number(Integer value) {
        return value == null ? 0 : value;
    }
}
