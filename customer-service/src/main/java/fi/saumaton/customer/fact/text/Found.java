/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

/**
 * Something that a text says.
 *
 * @param kind as in the company's file: {@code order-number}, {@code address}…
 * @param value normalised, so that two spellings of one thing are equal
 * @param shown as it was written
 * @param start where it begins in the text, in chars
 * @param end behind its last char
 * @param confidence 0 to 1: how sure it is that the writer means it so
 */
public record Found(String kind, String value, String shown, int start, int end, double confidence) {}
