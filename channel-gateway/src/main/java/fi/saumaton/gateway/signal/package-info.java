/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** What is shown of the moment, both ways: somebody writes, somebody has read. Never stored, never retried. */
package fi.saumaton.gateway.signal;
