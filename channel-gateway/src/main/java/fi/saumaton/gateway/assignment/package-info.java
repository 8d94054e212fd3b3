/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Who gets a conversation, as routing decided: consumes {@code routing.events}, keeps the owner and the pending offer of each conversation, and tells the
 * agents concerned over the stream.
 */
package fi.saumaton.gateway.assignment;
