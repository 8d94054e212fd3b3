/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.util.Locale;

/** What a word does in a sentence; the keys of {@code words.yaml}, and below them those that a company's file fills. */
enum Tag {
    FILLER,
    COPULA,
    AND,
    THAT,
    BREAK,
    CONTRAST,
    OF,
    WANT,
    UNIT,
    OTHER_NUMBER,
    VERB_BEFORE,
    VERB,
    EXAMPLE,
    NOT,
    WRONG,
    FORMER,
    BORN,
    THEIRS,
    PERSON,
    MINE,
    OURS,
    SHOP,
    CALLED,
    LACK,
    WEEKDAY,
    WEEKDAY_GONE,
    WEEKDAY_SHORT,
    MONTH,
    DAY_OFFSET,
    NUMERAL,
    DAYS_WORD,
    WEEKS_WORD,
    AHEAD,
    AGO,
    IN,
    FOR,
    NEXT,
    THIS,
    LAST,
    NEXT_WEEK,
    LAST_WEEK,
    PAST,
    PROMISED,
    NOT_PAST,
    HABIT,
    EVERY,
    DAY_RANGE,
    CLOCK,
    MATTER,
    ASKING,
    STATED,
    DESCRIBE,
    OTHER,
    TOWARDS,
    TOPIC,
    SELF,
    SUBJECT,
    NO_PROMISE,
    WITHIN,
    WORKING_DAYS,
    HOURS_WORD,
    REFERENCE,
    LABEL,
    BESIDE,
    PRODUCT,
    DEVICE,
    STREET,
    STREET_NOT,
    STREET_ENGLISH;

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
