/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.analytics.metric;

import java.util.Map;

/**
 * The published meaning of one figure.
 *
 * @param id where the figure stands in the summary
 * @param name by language (fi, sv, en)
 * @param formula how it is made, exactly, in English
 * @param version raised whenever the formula changes
 * @param unit what the number counts
 */
public record Definition(String id, Map<String, String> name, String formula, int version, String unit) {}
