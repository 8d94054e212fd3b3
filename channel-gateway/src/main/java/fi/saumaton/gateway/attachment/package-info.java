/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** Files that came with messages: kept in the gateway's database, fetched one by one by those who may read conversations. */
package fi.saumaton.gateway.attachment;
