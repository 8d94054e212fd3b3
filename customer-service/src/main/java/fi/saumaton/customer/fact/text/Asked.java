/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

/**
 * Something that a text of ours asks the customer for.
 *
 * @param kind of fact, as in the company's file; {@code matter}: what it is about, {@code name}: what they are called
 * @param sentence in which it is asked
 */
public record Asked(String kind, String sentence) {}
