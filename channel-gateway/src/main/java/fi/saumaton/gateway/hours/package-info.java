/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** When somebody is there: opening hours per channel, Finnish holidays, what is promised and what is done when it cannot be kept. */
package fi.saumaton.gateway.hours;
