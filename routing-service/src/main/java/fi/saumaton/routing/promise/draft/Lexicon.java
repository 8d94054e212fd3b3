/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.routing.promise.draft;

import java.util.List;
import java.util.regex.Pattern;

/**
 * How one language promises.
 *
 * @param code ISO 639-1
 * @param promising the first that fits tells the kind
 * @param negation in a clause that has it, nothing is promised
 * @param condition in a sentence that has it, nothing is promised: it may never come true
 * @param reported what others said or want
 * @param but where a sentence starts anew
 * @param times what names a time
 */
record Lexicon(
        String code,
        List<Promising> promising,
        Pattern negation,
        Pattern condition,
        Pattern reported,
        Pattern but,
        List<TimeWord> times) {}
