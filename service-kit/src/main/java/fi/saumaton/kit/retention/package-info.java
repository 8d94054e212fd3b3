/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** How services delete what they have kept long enough; what that is, each says itself. */
package fi.saumaton.kit.retention;
