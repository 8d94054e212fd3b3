/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.util.List;
import java.util.Locale;

/**
 * One measured figure.
 *
 * @param name what was measured
 * @param value how much
 * @param unit of value and reference
 * @param reference what it is held against: a plain reference measured in the same run, or a target
 * @param ratio value / reference
 * @param target what the ratio should be, e.g. "≥ 0.70"
 * @param met whether it is
 */
record Figure(String name, double value, String unit, double reference, double ratio, String target, boolean met) {

    /** A figure that should reach at least this share of its reference. */
    static Figure atLeast(String name, double value, String unit, double reference, double share) {
        var ratio = value / reference;
        return new Figure(
                name, value, unit, reference, ratio, String.format(Locale.ROOT, ">= %.2f", share), ratio >= share);
    }

    /** A figure that should stay at or below its reference. */
    static Figure atMost(String name, double value, String unit, double reference) {
        var ratio = value / reference;
        return new Figure(name, value, unit, reference, ratio, "<= 1.00", ratio <= 1);
    }

    /** A figure to know, without a target. */
    static Figure plain(String name, double value, String unit) {
        return new Figure(name, value, unit, Double.NaN, Double.NaN, "", true);
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"name\":\"%s\",\"value\":%s,\"unit\":\"%s\",\"reference\":%s,\"ratio\":%s}",
                name,
                number(value),
                unit,
                number(reference),
                number(ratio));
    }

    private static String number(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.3f", value) : "null";
    }

    static String table(List<Figure> figures) {
        var lines = new StringBuilder(String.format(
                "%n%-34s %12s %-10s %12s %7s %9s%n", "figure", "value", "unit", "reference", "ratio", "target"));
        for (var figure : figures) {
            lines.append(String.format(
                    Locale.ROOT,
                    "%-34s %12.2f %-10s %12s %7s %9s %s%n",
                    figure.name,
                    figure.value,
                    figure.unit,
                    cell(figure.reference),
                    cell(figure.ratio),
                    figure.target,
                    figure.target.isEmpty() ? "" : figure.met ? "met" : "missed"));
        }
        return lines.toString();
    }

    private static String cell(double value) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%.2f", value) : "";
    }
}
