/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * What was said elsewhere (a private message on LinkedIn, a talk at a fair), written down by somebody of the house, so that a customer's history is complete
 * where no API reaches. A conversation like any other, in which nothing is sent.
 */
package fi.saumaton.gateway.channel.logged;
