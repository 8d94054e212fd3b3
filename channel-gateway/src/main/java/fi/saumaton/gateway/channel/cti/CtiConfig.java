/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel.cti;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithParentName;

/** The telephone exchanges of the installation, by name: {@code office} is the channel {@code cti:office}. */
@ConfigMapping(prefix = "saumaton.channel.cti")
interface CtiConfig {
    @WithParentName
    Map<String, Exchange> exchanges();

    /** One exchange. At least one of {@code secret} and {@code token} is needed. */
    interface Exchange {
        /** What both sides sign with (Standard Webhooks): base64, with or without the prefix {@code whsec_}. */
        Optional<String> secret();

        /** For exchanges that cannot sign: they send it as {@code Authorization: Bearer …}. */
        Optional<String> token();

        /** Where calls to customers are asked for, as signed POSTs; needs {@code secret}. Without it, nobody calls from here. */
        Optional<URI> dialUrl();
    }
}
