/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.List;

/**
 * How sure it is that two records are of one person, and why.
 *
 * @param probability from 0 to 1
 * @param householdProbability how probable it is that they are two people of one household instead
 * @param bits the weight of all evidence together, prior included: ten bits more are a thousand times the odds
 * @param reasons one per field that both records have, the weightiest first
 */
public record Score(double probability, double householdProbability, double bits, List<Reason> reasons) {

    /**
     * What one field adds.
     *
     * @param swapped whether it was compared with the field that it is easily mixed up with
     * @param bits above 0 speaks for one person, below 0 against it
     */
    public record Reason(Field field, Level level, boolean swapped, double bits) {}
}
