/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import fi.saumaton.customer.matching.Score.Reason;

import static fi.saumaton.customer.matching.Weights.log2;

/**
 * Compares people field by field and sums up the weights. Two other explanations compete with "the same person": two
 * strangers, and two people of one household, who share an address, mostly a name, and perhaps an e-mail address.
 */
public final class Scorer {
    private static final List<Field> SINGLE = List.of(
            Field.BIRTH_DATE,
            Field.STREET_NUMBER,
            Field.LOCALITY,
            Field.POSTAL_CODE,
            Field.REGION,
            Field.PHONE,
            Field.EMAIL,
            Field.NATIONAL_ID);

    private static final Set<Field> ADDRESS = Set.of(
            Field.STREET_NUMBER, Field.STREET, Field.ADDRESS_EXTRA, Field.LOCALITY, Field.POSTAL_CODE, Field.REGION);

    private final Weights weights;
    private final Frequencies frequencies;
    private final double prior;
    private final double householdPrior;

    /** @param population how many records there are to be compared with */
    public Scorer(Weights weights, Frequencies frequencies, long population) {
        this.weights = weights;
        this.frequencies = frequencies;
        this.prior = log2(weights.repeats() / Math.max(population, 100));
        this.householdPrior = log2(weights.household() / Math.max(population, 100));
    }

    public Score score(Person a, Person b) {
        List<Reason> reasons = new ArrayList<>(12);
        double bits = prior
                + better(Field.GIVEN_NAME, Field.FAMILY_NAME, a, b, reasons)
                + better(Field.STREET, Field.ADDRESS_EXTRA, a, b, reasons);
        for (var field : SINGLE) {
            bits += add(reason(field, a.get(field), b.get(field)), reasons);
        }
        double household = householdPrior;
        for (var reason : reasons) {
            household += household(reason);
        }
        double same = Math.pow(2, bits);
        double housemates = Math.pow(2, household);
        double all = same + housemates + 1;
        reasons.sort(Comparator.comparingDouble((Reason reason) -> Math.abs(reason.bits()))
                .reversed());
        return new Score(same / all, housemates / all, bits, reasons);
    }

    /** Two fields that are easily mixed up, compared straight and crosswise. */
    private double better(Field first, Field second, Person a, Person b, List<Reason> reasons) {
        List<Reason> straight = new ArrayList<>(2);
        double bits = log2(1 - weights.swap())
                + add(reason(first, a.get(first), b.get(first)), straight)
                + add(reason(second, a.get(second), b.get(second)), straight);
        List<Reason> crossed = new ArrayList<>(2);
        double crossedBits = log2(weights.swap())
                + add(crosswise(first, second, a, b), crossed)
                + add(crosswise(second, first, a, b), crossed);
        boolean swapped = crossedBits > bits && !crossed.isEmpty();
        reasons.addAll(swapped ? crossed : straight);
        return swapped ? crossedBits : bits;
    }

    private static double add(Reason reason, List<Reason> reasons) {
        if (reason.level() == Level.MISSING) {
            return 0;
        }
        reasons.add(reason);
        return reason.bits();
    }

    private Reason reason(Field field, String a, String b) {
        var level = LevelRule.level(field, a, b);
        return new Reason(field, level, false, bits(field, level, a));
    }

    /** What a value says in the other field is not known: it says as little as in either. */
    private Reason crosswise(Field field, Field other, Person a, Person b) {
        var level = LevelRule.level(field, a.get(field), b.get(other));
        double bits = Math.min(bits(field, level, a.get(field)), bits(other, level, a.get(field)));
        return new Reason(field, level, true, bits);
    }

    private double bits(Field field, Level level, String value) {
        var levels = weights.fields().get(field);
        return switch (level) {
            case MISSING -> 0;
            case EXACT -> log2(levels.same()[0] / frequencies.of(field, value, levels.other()[0]));
            default -> levels.bits(level);
        };
    }

    /** The weight that a field's agreement has for "of one household" against "strangers". */
    private static double household(Reason reason) {
        if (ADDRESS.contains(reason.field())) {
            return reason.bits();
        }
        double shared = switch (reason.field()) {
            case FAMILY_NAME -> 0.7;
            case PHONE -> 0.3;
            case EMAIL -> 0.1;
            default -> 0;
        };
        return shared == 0 ? 0 : log2(shared * Math.pow(2, reason.bits()) + 1 - shared);
    }
}
