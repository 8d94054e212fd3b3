/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.work;

import java.time.Instant;
import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.WorkItem;

/** A piece of work. */
@Schema(
        name = "WorkItem",
        examples =
                "{\"workItemId\":\"0199c0de-0101-7000-8000-000000000101\","
                        + "\"conversationId\":\"0199c0de-0002-7000-8000-000000000002\","
                        + "\"customerId\":\"0199c0de-0001-7000-8000-000000000001\",\"queue\":\"support\","
                        + "\"channel\":\"webchat:shop\",\"channelKind\":\"webchat\",\"state\":\"waiting\",\"reason\":\"new\","
                        + "\"replyDue\":true,\"dueSince\":\"2026-11-21T09:00:00.25Z\",\"queuedAt\":\"2026-11-21T09:00:00.318Z\"}")
record WorkItemView(
        UUID workItemId,
        UUID conversationId,
        UUID customerId,
        String queue,
        String channel,
        String channelKind,
        String language,

        @Schema(enumeration = {"waiting", "offered", "assigned", "done", "withdrawn"})
        String state,

        String reason,
        boolean replyDue,
        Instant dueSince,
        Instant queuedAt,
        String agentId,
        Long assignmentNumber,
        Instant assignedAt) {

    static WorkItemView from(WorkItem item) {
        return new WorkItemView(
                item.id(),
                item.conversationId(),
                item.situation().customerId(),
                item.queue(),
                item.situation().channel(),
                item.channelKind(),
                item.situation().language(),
                item.state().toString(),
                item.reason().toString(),
                item.replyDue(),
                item.dueSince(),
                item.queuedAt(),
                item.agentId(),
                item.assignmentNumber() == 0 ? null : item.assignmentNumber(),
                item.assignedAt());
    }
}
