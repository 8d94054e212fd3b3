/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.gateway.channel;

import java.util.List;

/** The configured channels of one kind; a CDI bean of the kind's package. */
public interface ChannelSource {
    List<Channel> channels();
}
