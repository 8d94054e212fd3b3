/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.measure;

import java.util.Locale;

/** One JSON line for each figure. */
final class Figures {
    private Figures() {}

    static void say(String figure, double value, Object... more) {
        StringBuilder line = new StringBuilder("{\"figure\":\"").append(figure).append("\",\"value\":");
        line.append(number(value));
        for (int n = 0; n < more.length; n += 2) {
            line.append(",\"").append(more[n]).append("\":");
            Object each = more[n + 1];
            line.append(
                    each instanceof Double decimal
                            ? number(decimal)
                            : each instanceof Number ? each : "\"" + each + "\"");
        }
        System.out.println(line.append('}'));
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.5g", value);
    }
}
