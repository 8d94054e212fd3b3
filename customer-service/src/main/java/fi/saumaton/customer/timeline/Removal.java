/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import io.smallrye.mutiny.Uni;

import fi.saumaton.customer.fact.FactService;
import fi.saumaton.customer.person.PersonService;
import fi.saumaton.customer.timeline.TouchpointSourceRepository.Source;

/** Takes entries out of timelines with all that was learnt from them, inside the caller's write transaction. */
@ApplicationScoped
class Removal {
    private final TimelineService timeline;
    private final FactService facts;
    private final PersonService people;

    Removal(TimelineService timeline, FactService facts, PersonService people) {
        this.timeline = timeline;
        this.facts = facts;
        this.people = people;
    }

    /** What a person's details name as their source. */
    static String source(UUID touchpointId) {
        return "touchpoint:" + touchpointId;
    }

    /** @param standing entries that stand in a timeline */
    Uni<Void> remove(List<Source> standing) {
        var done = timeline.remove(standing.stream().map(Source::place).toList())
                .chain(() -> facts.unlearn(standing.stream()
                        .map(one -> one.stored().touchpointId())
                        .toList()));
        for (var one : standing) {
            done = done.chain(
                    () -> people.forget(one.recordedUnder(), source(one.stored().touchpointId())));
        }
        return done;
    }
}
