/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.retention;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long rows are kept. */
@ConfigMapping(prefix = "saumaton.retention")
interface RetentionConfig {
    /** Addresses that somebody named without proof, for their next conversation. */
    @WithDefault("P180D")
    Duration claims();

    /**
     * Recipients of the stream to whom nothing has been sent, with the place they had got to. Longer than any client
     * resumes: afterwards counting begins anew.
     */
    @WithDefault("P90D")
    Duration idleRecipients();

    /** Events of the stream; a client that was away longer fetches its state anew. */
    @WithDefault("PT24H")
    Duration streamEvents();

    /** Bodies too big for Kafka: longer than the topic keeps the records that name them. */
    @WithDefault("P8D")
    Duration blobs();

    /** Which mails were taken from a mailbox, to know them again when it is numbered anew. */
    @WithDefault("P180D")
    Duration mails();

    /** By what an erased customer's late messages are known: longer than the topic keeps them. */
    @WithDefault("P8D")
    Duration erasedHandles();

    /** News of messages that were never found among ours. */
    @WithDefault("P1D")
    Duration earlyReceipts();

    /** Records of kinds that nobody knows: long enough to learn from them. */
    @WithDefault("P30D")
    Duration unsupportedRecords();

    /** How often it is looked for what is old. */
    @WithDefault("PT10M")
    Duration sweepEvery();
}
