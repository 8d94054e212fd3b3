/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.queue;

import java.util.Set;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import fi.saumaton.routing.engine.Queue;
import fi.saumaton.routing.engine.QueueRules;

/** A line of work. */
@Schema(
        name = "Queue",
        examples = "{\"name\":\"support\",\"requiredSkills\":[],\"offerSeconds\":30,\"priority\":0,"
                + "\"channels\":[\"email\",\"webchat\"],\"version\":1}")
record QueueView(
        String name,
        Set<String> requiredSkills,
        int offerSeconds,
        int priority,
        Set<String> channels,
        QueueRules rules,
        long version) {

    static QueueView from(Queue queue) {
        return new QueueView(
                queue.name(),
                queue.requiredSkills(),
                queue.offerSeconds(),
                queue.priority(),
                queue.channels(),
                queue.rules(),
                queue.version());
    }
}
