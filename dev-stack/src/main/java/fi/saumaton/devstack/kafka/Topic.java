/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.kafka;

import java.time.Duration;

/**
 * A topic to be.
 *
 * @param partitions stays for ever
 */
public record Topic(String name, int partitions, Duration retention) {
    /** As one word of a command line. */
    String argument() {
        return name + ":" + partitions + ":" + retention.toMillis();
    }

    static Topic parse(String argument) {
        var words = argument.split(":");
        return new Topic(words[0], Integer.parseInt(words[1]), Duration.ofMillis(Long.parseLong(words[2])));
    }
}
