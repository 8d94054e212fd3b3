/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * LinkedIn, as far as its API reaches: comments and mentions at an organisation's posts come in, and the organisation answers beneath them. Direct messages
 * are for partners of LinkedIn's only; what is said there can be logged ({@code channel.logged}).
 */
package fi.saumaton.gateway.channel.linkedin;
