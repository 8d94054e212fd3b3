/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** The four services as packaged by the build, each a process with the stack's addresses in its environment. */
package fi.saumaton.devstack.service;
