/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ArchivesTest {
    @TempDir
    Path folder;

    @Test
    void aHalfFilledFolderIsNeverTakenForAWholeOne() throws IOException {
        var program = folder.resolve("program");
        assertThrows(
                IOException.class,
                () -> Archives.once(program, half -> {
                    Files.writeString(half.resolve("first"), "1");
                    throw new IOException("disk full");
                }));
        assertFalse(Files.exists(program));

        Archives.once(program, half -> Files.writeString(half.resolve("second"), "2"));
        assertTrue(Files.exists(program.resolve("second")));
        assertFalse(Files.exists(program.resolve("first")));
    }

    @Test
    void itIsFilledOnce() throws IOException {
        var fillings = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            Archives.once(folder.resolve("program"), _ -> fillings.incrementAndGet());
        }
        assertEquals(1, fillings.get());
    }

    @Test
    void programsStayExecutableAndLinksStayLinks() throws IOException {
        Archives.untar(new ByteArrayInputStream(sample("top/bin/run")), folder, 1);
        assertTrue(Files.isExecutable(folder.resolve("bin/run")));
        assertEquals(Path.of("run"), Files.readSymbolicLink(folder.resolve("bin/walk")));
    }

    @Test
    void anEntryOutsideOfTheFolderIsRefused() {
        assertThrows(
                IOException.class,
                () -> Archives.untar(new ByteArrayInputStream(sample("../outside")), folder.resolve("inside"), 0));
        assertFalse(Files.exists(folder.resolve("outside")));
    }

    private static byte[] sample(String name) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var tar = new TarArchiveOutputStream(bytes)) {
            var content = "#!/bin/sh\n".getBytes();
            var program = new TarArchiveEntry(name);
            program.setMode(0100755);
            program.setSize(content.length);
            tar.putArchiveEntry(program);
            tar.write(content);
            tar.closeArchiveEntry();
            var link = new TarArchiveEntry("top/bin/walk", TarArchiveEntry.LF_SYMLINK);
            link.setLinkName("run");
            tar.putArchiveEntry(link);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }
}
