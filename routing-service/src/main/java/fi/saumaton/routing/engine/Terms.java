/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.engine;

/**
 * The score of one candidate for one work item, term by term, in minutes.
 *
 * @param waited how long the customer has waited
 * @param priority how far the queue's work is ahead of others'
 * @param promise something promised to the customer is due, or was not done
 * @param frustration how frustrated the customer is
 * @param stage the customer's stage of the life cycle
 * @param value what the customer has bought within a year
 * @param lastAgent the candidate served this customer within 72 hours
 * @param language the candidate speaks the customer's language
 * @param strain below 0 while the candidate has hard contacts of late to rest from
 * @param idle the tie-breaker: how long the candidate has been idle, a day counting as one minute
 */
public record Terms(
        double waited,
        double priority,
        double promise,
        double frustration,
        double stage,
        double value,
        double lastAgent,
        double language,
        double strain,
        double idle) {

    /** The sum; what is stored beside the terms, and recomputed from them whenever a decision is shown. */
    public double score() {
        double sum = waited + priority + promise + frustration + stage + value + lastAgent + language + strain + idle;
        return Math.round(sum * 10_000) / 10_000.0;
    }
}
