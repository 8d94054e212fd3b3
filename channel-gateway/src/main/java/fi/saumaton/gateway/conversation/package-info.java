/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Conversations and their messages: threads in one channel, numbered, with an owner who alone may write to the customer. Everything that happens to a
 * conversation in a transaction is gathered in {@link fi.saumaton.gateway.conversation.Changes} and written in a handful of multi-row statements,
 * whether it is one reply or a batch of five hundred messages.
 *
 * <p>Owner of the topic {@code conversation.events}; wire form in contracts/events/conversation.
 */
package fi.saumaton.gateway.conversation;
