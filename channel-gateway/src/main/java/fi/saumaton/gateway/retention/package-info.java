/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** How long this service keeps what would grow without end. Conversations, their messages and attachments stay. */
package fi.saumaton.gateway.retention;
