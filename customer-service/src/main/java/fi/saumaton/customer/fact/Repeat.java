/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.customer.fact;

import fi.saumaton.customer.fact.text.Asked;

/** Something that is asked for although it is known. */
record Repeat(Asked asked, KnownFact known) {}
