/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import fi.saumaton.devstack.mail.MailServer;
import fi.saumaton.devstack.process.FreePorts;
import fi.saumaton.devstack.process.Home;
import fi.saumaton.devstack.process.PartProcess;
import fi.saumaton.devstack.process.StackException;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PortGuardTest {
    @TempDir
    Path base;

    @Test
    void aTakenPortIsExplained() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var home = new Home(Home.findProject(), base);
            var mail = new PartProcess(
                    new MailServer(home, FreePorts.next(), other.getLocalPort()), home, Optional.empty());
            var refusal = assertThrows(StackException.class, () -> PortGuard.check(List.of(mail)));
            var expected = "port " + other.getLocalPort() + " (IMAP) is taken by process "
                    + ProcessHandle.current().pid();
            assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
            assertEquals(1, refusal.getMessage().split("is taken by").length - 1, refusal.getMessage());
            assertTrue(refusal.getMessage().contains("--offset"), refusal.getMessage());
        }
    }
}
