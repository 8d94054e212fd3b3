/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact.text;

/**
 * A phrase that was recognised.
 *
 * @param value what it stands for, such as the number of a month; null where the tag says it all
 * @param from its first word
 * @param to its last word
 */
record Mark(Tag tag, String value, int from, int to) {}
