/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that say something about when.
 *
 * @param used up once they are read, so that "next week" is not found again in "early next week"; "this afternoon" is
 *     not: it is a day and a part of it
 */
record TimeWord(Pattern words, BiConsumer<Matcher, When> meaning, boolean used) {
    static TimeWord hint(String regex, BiConsumer<Matcher, When> meaning) {
        return new TimeWord(Promising.pattern(regex), meaning, false);
    }

    static TimeWord of(String regex, BiConsumer<Matcher, When> meaning) {
        return new TimeWord(Promising.pattern(regex), meaning, true);
    }
}
