/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

import java.time.LocalDate;

/**
 * Something that the company promised in its own words.
 *
 * @param subject what: {@code delivery}, {@code refund}…, as in the languages' file
 * @param due the last day on which it is kept
 * @param shown the sentence
 */
public record Promised(String subject, LocalDate due, String shown, double confidence) {}
