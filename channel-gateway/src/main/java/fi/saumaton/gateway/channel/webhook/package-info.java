/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * A channel for whoever can sign an HTTP request (Standard Webhooks): messages come in as signed POSTs and, where a URL is configured, answers go out the
 * same way.
 */
package fi.saumaton.gateway.channel.webhook;
