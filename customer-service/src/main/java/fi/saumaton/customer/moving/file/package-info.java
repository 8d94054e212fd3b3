/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Files that were sent here in parts: CSV with a header, and JSON Lines. */
package fi.saumaton.customer.moving.file;
