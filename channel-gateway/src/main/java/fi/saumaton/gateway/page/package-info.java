/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * The pages that the gateway serves without anybody being signed in: the desk below {@code /desk/}, the chat widget {@code /widget.js}, and
 * {@code /app/config.json}, which tells a page where its people sign in. The files come from {@code src/main/web}; what they show comes from the public
 * API alone.
 */
package fi.saumaton.gateway.page;
