/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.offer;

import java.util.UUID;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.WorkItem;

/**
 * What the caller has now.
 *
 * @param assignmentNumber fencing token: what is written to the conversation under a lower one is refused
 */
@Schema(
        name = "Acceptance",
        examples = "{\"conversationId\":\"0199c0de-0002-7000-8000-000000000002\","
                + "\"workItemId\":\"0199c0de-0101-7000-8000-000000000101\",\"assignmentNumber\":1}")
record AcceptedView(UUID conversationId, UUID workItemId, long assignmentNumber) {

    static AcceptedView from(WorkItem item) {
        return new AcceptedView(item.conversationId(), item.id(), item.assignmentNumber());
    }
}
