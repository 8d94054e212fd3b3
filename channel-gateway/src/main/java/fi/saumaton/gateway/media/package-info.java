/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Fetches in the background what providers keep for us: a message is stored at once, its files follow. */
package fi.saumaton.gateway.media;
