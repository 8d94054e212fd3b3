/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.conversation;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Who has the conversation. Only they write to the customer.
 *
 * @param assignmentNumber grows with every assignment: who holds an older one no longer owns
 */
@RegisterForReflection
public record Owner(String agentId, String name, long assignmentNumber) {}
