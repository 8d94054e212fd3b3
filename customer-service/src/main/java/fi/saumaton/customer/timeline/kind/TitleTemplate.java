/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fills a title: {@code {field}} stands for a field of the data, {@code {amount}} for amountCents with currency, and
 * {@code [part]} is left out unless all its fields are there.
 */
public final class TitleTemplate {
    /** Longest template, in characters. */
    public static final int MAX_LENGTH = 200;

    /** Text, fields and parts; parts do not nest. */
    private static final Pattern FORM = Pattern.compile(
            "(?:[^\\[\\]{}]|\\{[A-Za-z][A-Za-z0-9_]{0,59}}|\\[(?:[^\\[\\]{}]|\\{[A-Za-z][A-Za-z0-9_]{0,59}})*+])*+");

    private static final Pattern PART = Pattern.compile("\\[([^\\[\\]]*)]");
    private static final Pattern FIELD = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");
    private static final String AMOUNT = "amount";

    private TitleTemplate() {}

    /** Whether it is a template at all. */
    public static boolean isReadable(String template) {
        return template.length() <= MAX_LENGTH && FORM.matcher(template).matches();
    }

    /** The template with the data's values; what is missing outside a part is left empty. */
    public static String fill(String template, Map<String, Object> data) {
        var whole = PART.matcher(template)
                .replaceAll(part -> Matcher.quoteReplacement(isComplete(part.group(1), data) ? part.group(1) : ""));
        return FIELD.matcher(whole).replaceAll(field -> Matcher.quoteReplacement(value(field.group(1), data)));
    }

    private static boolean isComplete(String part, Map<String, Object> data) {
        return FIELD.matcher(part)
                .results()
                .noneMatch(field -> value(field.group(1), data).isEmpty());
    }

    private static String value(String field, Map<String, Object> data) {
        if (field.equals(AMOUNT) && data.get("amountCents") instanceof Number cents && data.get("currency") != null) {
            return BigDecimal.valueOf(cents.longValue(), 2).toPlainString() + " " + data.get("currency");
        }
        return switch (data.get(field)) {
            case String text -> text.strip();
            case Number number -> number.toString();
            case Boolean yes -> yes.toString();
            case null, default -> "";
        };
    }
}
