/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/** A shop that embeds the chat widget, to try the widget on: its customers, its signed tokens, one product page. */
package fi.saumaton.devstack.shop;
