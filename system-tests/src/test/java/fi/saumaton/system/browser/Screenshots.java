/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Page;

/** Pictures of the pages: always under {@code target}, and in the documentation when asked for. */
final class Screenshots {

    private static final Path TARGET = Path.of("target", "screenshots");
    private static final Path DOCUMENTATION = Path.of("..", "docs", "images");

    private Screenshots() {}

    /** {@code -Dsaumaton.screenshots=docs} renews the documentation's pictures. */
    static void take(Page page, String name) {
        var picture = page.screenshot();
        write(TARGET, name, picture);
        if ("docs".equals(System.getProperty("saumaton.screenshots"))) {
            write(DOCUMENTATION, name, picture);
        }
    }

    private static void write(Path folder, String name, byte[] picture) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(name + ".png"), picture);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
