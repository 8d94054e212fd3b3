/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
/**
 * Getting answers out: stored with their delivery in one transaction, handed to their channel in order per conversation by whichever replica holds the
 * lease, tried again for as long as there is hope, and followed by the receipts that come back.
 */
package fi.saumaton.gateway.delivery;
