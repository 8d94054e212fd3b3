/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Which records are probably of one person: pure rules that know no framework. People are compared field by field, and
 * the weights of what agrees and what differs are summed up to a probability (Fellegi and Sunter, 1969); blocking keys
 * keep it from comparing everybody with everybody; the weights can be learned from a company's own records.
 */
package fi.saumaton.customer.matching;
