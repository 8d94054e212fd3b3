/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.net.ServerSocket;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class FreePortsTest {

    @Test
    void noPortIsGivenTwiceAndNoClientGetsItBeforeItsServerListens() throws IOException {
        var ports = IntStream.range(0, 200).map(i -> FreePorts.next()).toArray();

        assertEquals(200, IntStream.of(ports).distinct().count());
        assertTrue(IntStream.of(ports).allMatch(port -> port < 32_768), "outgoing connections begin at 32768 on Linux");
        try (var server = new ServerSocket(ports[0])) {
            assertEquals(ports[0], server.getLocalPort());
        }
    }
}
