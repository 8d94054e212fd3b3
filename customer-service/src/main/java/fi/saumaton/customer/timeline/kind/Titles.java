/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.timeline.kind;

import java.util.LinkedHashMap;
import java.util.Map;

import fi.saumaton.customer.timeline.TitleRule;

/** What entries of a kind are called, as templates: see {@link TitleTemplate}. */
public record Titles(String fi, String sv, String en) {
    /** The titles of one entry by language, each one line that fits a list. */
    public Map<String, String> of(Map<String, Object> data) {
        Map<String, String> titles = new LinkedHashMap<>();
        titles.put("fi", TitleRule.line(TitleTemplate.fill(fi, data)));
        titles.put("sv", TitleRule.line(TitleTemplate.fill(sv, data)));
        titles.put("en", TitleRule.line(TitleTemplate.fill(en, data)));
        return titles;
    }
}
