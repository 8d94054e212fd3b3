/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.journey;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;

/** Looks now and then who has come to another stage. */
@ApplicationScoped
class JourneySweep {
    private final JourneyService journeys;

    JourneySweep(JourneyService journeys) {
        this.journeys = journeys;
    }

    @Scheduled(every = "${customer.journey.sweep-every:PT1M}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> sweep() {
        return journeys.lookAround();
    }
}
