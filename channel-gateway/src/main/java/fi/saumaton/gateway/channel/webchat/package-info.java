/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Web chat: visitors of the company's pages, each with a short-lived token of the gateway's, bound to the one visitor. A shop that has registered its key can
 * prove who is logged in. What a visitor gets to see is their own conversation and nothing else: no name, no history of whom they claim to be.
 */
package fi.saumaton.gateway.channel.webchat;
