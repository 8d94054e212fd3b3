/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Measures the rules that serve on public data: <code>./dev measure identity DIR</code>. Started as a program of its own, never
 * inside the service.
 */
package fi.saumaton.customer.measure;
