/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.kit.condition;

/**
 * What is wrong with a condition's text, and where.
 *
 * @param line from 1
 * @param column from 1
 */
public record Mistake(int line, int column, String message) {}
