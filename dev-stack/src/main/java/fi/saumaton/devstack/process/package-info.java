/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Programs as child processes: start, readiness, stop, kill, and their end when the JVM that started them is gone. */
package fi.saumaton.devstack.process;
