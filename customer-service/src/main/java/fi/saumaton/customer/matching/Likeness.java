/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

/** How much two texts have in common. */
final class Likeness {
    private static final double PREFIX_WEIGHT = 0.1;
    private static final int MAX_PREFIX = 4;

    private Likeness() {}

    /**
     * Letters to be put in, left out, replaced or exchanged with a neighbour to make one text of the other: the
     * restricted Damerau–Levenshtein distance (Damerau, "A technique for computer detection and correction of spelling
     * errors", 1964).
     */
    static int distance(String a, String b) {
        int width = b.length() + 1;
        var before = new int[width];
        var last = new int[width];
        var row = new int[width];
        for (int j = 0; j < width; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j < width; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], before[j - 2] + 1);
                }
            }
            var spare = before;
            before = last;
            last = row;
            row = spare;
        }
        return last[width - 1];
    }

    /**
     * From 0 to 1, made for names: letters in common count when they stand near the same place, and a common beginning
     * counts more (Winkler, "String comparator metrics and enhanced decision rules in the Fellegi–Sunter model of record
     * linkage", 1990).
     */
    static double jaroWinkler(String a, String b) {
        double jaro = jaro(a, b);
        int prefix = 0;
        int most = Math.min(MAX_PREFIX, Math.min(a.length(), b.length()));
        while (prefix < most && a.charAt(prefix) == b.charAt(prefix)) {
            prefix++;
        }
        return jaro + prefix * PREFIX_WEIGHT * (1 - jaro);
    }

    private static double jaro(String a, String b) {
        int reach = Math.max(0, Math.max(a.length(), b.length()) / 2 - 1);
        var taken = new boolean[b.length()];
        var common = new StringBuilder();
        for (int i = 0; i < a.length(); i++) {
            int end = Math.min(b.length() - 1, i + reach);
            for (int j = Math.max(0, i - reach); j <= end; j++) {
                if (!taken[j] && a.charAt(i) == b.charAt(j)) {
                    taken[j] = true;
                    common.append(a.charAt(i));
                    break;
                }
            }
        }
        if (common.isEmpty()) {
            return 0;
        }
        double shared = common.length();
        return (shared / a.length() + shared / b.length() + (shared - misplaced(common, b, taken) / 2.0) / shared) / 3;
    }

    private static int misplaced(CharSequence common, String b, boolean[] taken) {
        int misplaced = 0;
        int next = 0;
        for (int j = 0; j < taken.length; j++) {
            if (taken[j] && common.charAt(next++) != b.charAt(j)) {
                misplaced++;
            }
        }
        return misplaced;
    }
}
