/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * People who come to the house: announced at a tablet, by a QR code or at the reception, queued as any other work, and <em>acknowledged</em> by whoever goes to
 * meet them. The time until then has a limit of its own: somebody stands there.
 */
package fi.saumaton.gateway.channel.visit;
