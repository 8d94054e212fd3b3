/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PidFileTest {
    @TempDir
    Path folder;

    @Test
    void aRunningProcessIsFoundAgain() throws Exception {
        var file = new PidFile(folder.resolve("run/this.pid"));
        file.write(ProcessHandle.current());
        assertEquals(Optional.of(ProcessHandle.current()), file.read());
        file.delete();
        assertEquals(Optional.empty(), file.read());
    }

    @Test
    void anotherProcessWithTheSameIdIsNotTakenForIt() throws Exception {
        var path = folder.resolve("reused.pid");
        Files.writeString(path, ProcessHandle.current().pid() + " 2001-01-01T00:00:00Z\n");
        assertEquals(Optional.empty(), new PidFile(path).read());
    }

    @Test
    void aTornFileIsNoProcess() throws Exception {
        var path = folder.resolve("torn.pid");
        Files.writeString(path, "");
        assertEquals(Optional.empty(), new PidFile(path).read());
    }
}
