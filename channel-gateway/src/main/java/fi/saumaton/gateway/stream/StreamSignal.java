/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * Something of the moment: who is not there misses it, and nothing is lost. It has no number and is stored nowhere.
 *
 * @param recipient see {@link Recipients}
 * @param kind such as {@code typing}
 * @param data JSON text
 */
@RegisterForReflection
record StreamSignal(String recipient, String kind, String data) {}
