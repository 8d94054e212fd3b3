/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The one order in which the definitions look at events: by time, then by id, each event once. */
final class InOrder {

    private InOrder() {}

    static List<LoggedEvent> of(Collection<LoggedEvent> events) {
        Map<UUID, LoggedEvent> once = new LinkedHashMap<>();
        events.forEach(event -> once.putIfAbsent(event.eventId(), event));
        return once.values().stream()
                .sorted(Comparator.comparing(LoggedEvent::at).thenComparing(LoggedEvent::eventId))
                .toList();
    }
}
