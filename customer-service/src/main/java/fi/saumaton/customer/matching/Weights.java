/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.EnumMap;
import java.util.Map;

/**
 * The parameters of the comparison (Fellegi and Sunter, "A theory for record linkage", 1969): how often each level of
 * agreement is met when two records are of the same person (m), and when they are of two people taken at random (u).
 *
 * @param fields the probabilities per field
 * @param swap how often one person's given and family name, or the two lines of an address, stand the wrong way round
 * @param repeats how many further records of the same person there are per record
 * @param household how many records of other people of the same household there are per record
 */
public record Weights(Map<Field, Levels> fields, double swap, double repeats, double household) {

    /**
     * Probabilities by level, in the order exact, close, similar, different; each four of them sum up to 1.
     *
     * @param same among records of one person
     * @param other among records of different people
     */
    public record Levels(double[] same, double[] other) {
        double bits(Level level) {
            return log2(same[level.ordinal()] / other[level.ordinal()]);
        }
    }

    public static Weights defaults() {
        var fields = new EnumMap<Field, Levels>(Field.class);
        fields.put(Field.GIVEN_NAME, levels(0.70, 0.16, 0.02, 0.12, 0.004, 0.0015, 0.0045));
        fields.put(Field.FAMILY_NAME, levels(0.69, 0.20, 0.02, 0.09, 0.0035, 0.0010, 0.0015));
        fields.put(Field.BIRTH_DATE, levels(0.92, 0.02, 0.01, 0.05, 0.00004, 0.0010, 0.0145));
        fields.put(Field.STREET_NUMBER, levels(0.82, 0.055, 0.005, 0.12, 0.015, 0.16, 0.0005));
        fields.put(Field.STREET, levels(0.60, 0.34, 0.01, 0.05, 0.0006, 0.0006, 0.0012));
        fields.put(Field.ADDRESS_EXTRA, levels(0.56, 0.37, 0.02, 0.05, 0.0010, 0.0006, 0.0010));
        fields.put(Field.LOCALITY, levels(0.68, 0.23, 0.01, 0.08, 0.0030, 0.0005, 0.0007));
        fields.put(Field.POSTAL_CODE, levels(0.80, 0.17, 0.005, 0.025, 0.0015, 0.013, 0.0001));
        fields.put(Field.REGION, levels(0.95, 0.025, 0.005, 0.02, 0.22, 0.03, 0.0010));
        fields.put(Field.PHONE, levels(0.80, 0.03, 0.01, 0.16, 0.00001, 0.00001, 0.0001));
        fields.put(Field.EMAIL, levels(0.70, 0.03, 0.04, 0.23, 0.00001, 0.00001, 0.0005));
        fields.put(Field.NATIONAL_ID, levels(0.88, 0.06, 0.01, 0.05, 0.000001, 0.00003, 0.0002));
        return new Weights(fields, 0.04, 1, 0.2);
    }

    private static Levels levels(
            double exact,
            double close,
            double similar,
            double different,
            double exact2,
            double close2,
            double similar2) {
        return new Levels(
                new double[] {exact, close, similar, different},
                new double[] {exact2, close2, similar2, 1 - exact2 - close2 - similar2});
    }

    static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
