/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.matching;

/** How well two values of one field agree. */
final class LevelRule {
    private static final double ALIKE = 0.90;
    private static final int LONG = 9;
    /** Day and month are the other way round. */
    private static final int MIXED_UP = 4;

    private LevelRule() {}

    /** @param a and {@code b}: values as {@link PersonRule} writes them, or null */
    static Level level(Field field, String a, String b) {
        if (a == null || b == null) {
            return Level.MISSING;
        }
        if (a.equals(b)) {
            return Level.EXACT;
        }
        return switch (field.kind()) {
            case TEXT -> text(a, b);
            case DATE -> date(a, b);
            case CODE -> code(field, a, b);
        };
    }

    private static Level text(String a, String b) {
        var short1 = a.replace(" ", "");
        var short2 = b.replace(" ", "");
        int longest = Math.max(short1.length(), short2.length());
        int distance = Likeness.distance(short1, short2);
        if (longest > 2 && distance <= (longest >= LONG ? 2 : 1)) {
            return Level.CLOSE;
        }
        boolean alike = distance <= longest / 4
                || distance == 2 && longest > 4
                || partOf(a, b)
                || partOf(b, a)
                || Likeness.jaroWinkler(short1, short2) >= ALIKE;
        return alike ? Level.SIMILAR : Level.DIFFERENT;
    }

    /** An initial, a first word, a shortened form: the longer text goes on where the shorter one ends. */
    private static boolean partOf(String part, String whole) {
        return whole.startsWith(part) && (part.length() == 1 || part.length() > 2 || whole.startsWith(part + " "))
                || whole.endsWith(" " + part);
    }

    private static Level date(String a, String b) {
        int distance = Likeness.distance(a, b);
        int parts = a.length() == 8 && b.length() == 8 ? commonParts(a, b) : 0;
        if (distance == 1 || parts == MIXED_UP) {
            return Level.CLOSE;
        }
        return parts == 2 || distance == 2 ? Level.SIMILAR : Level.DIFFERENT;
    }

    /** How many of year, month and day are the same, or {@link #MIXED_UP}. */
    private static int commonParts(String a, String b) {
        boolean year = a.regionMatches(0, b, 0, 4);
        if (year && a.regionMatches(4, b, 6, 2) && a.regionMatches(6, b, 4, 2)) {
            return MIXED_UP;
        }
        return (year ? 1 : 0) + (a.regionMatches(4, b, 4, 2) ? 1 : 0) + (a.regionMatches(6, b, 6, 2) ? 1 : 0);
    }

    private static Level code(Field field, String a, String b) {
        int distance = Likeness.distance(a, b);
        int longest = Math.max(a.length(), b.length());
        if (distance == 1 && longest > 1) {
            return Level.CLOSE;
        }
        boolean alike = field == Field.EMAIL
                ? distance <= 3 || localPart(a).equals(localPart(b))
                : longest > 5 && distance == 2 || firstWord(a).equals(firstWord(b));
        return alike ? Level.SIMILAR : Level.DIFFERENT;
    }

    private static String localPart(String email) {
        int at = email.indexOf('@');
        return at < 0 ? email : email.substring(0, at);
    }

    private static String firstWord(String code) {
        int blank = code.indexOf(' ');
        return blank < 0 ? code : code.substring(0, blank);
    }
}
