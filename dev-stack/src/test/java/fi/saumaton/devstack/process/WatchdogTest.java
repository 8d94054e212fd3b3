/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack.process;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WatchdogTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(20);

    @TempDir
    Path folder;

    @Test
    void theEndOfThePipeEndsWhatIsWatchedAndNothingElse() {
        var home = new Home(folder, folder);
        var watchdog = Watchdog.start();
        var watched = new PartProcess(new Sleeper("watched"), home, Optional.of(watchdog));
        var forgotten = new PartProcess(new Sleeper("forgotten"), home, Optional.of(watchdog));
        var outliving = new PartProcess(new Sleeper("outliving"), home, Optional.empty());
        List.of(watched, forgotten, outliving).forEach(PartProcess::launch);
        forgotten.stop(LIMIT);
        forgotten.launch();
        watchdog.close();

        assertTrue(Await.until(LIMIT, PAUSE, () -> !watched.alive()), "watched still runs");
        assertTrue(Await.until(LIMIT, PAUSE, () -> !forgotten.alive()), "its second life is watched too");
        assertTrue(outliving.alive());
        outliving.kill();
        assertFalse(outliving.alive());
    }

    @Test
    void theKillOfTheStartingProgramEndsWhatItStarted() throws Exception {
        var java = new ProcessBuilder(
                        Libraries.javaProgram(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starter.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .start();
        var pid = Long.parseLong(java.inputReader().readLine());
        var sleeper = ProcessHandle.of(pid).orElseThrow();
        assertTrue(sleeper.isAlive());

        java.destroyForcibly().waitFor();

        assertTrue(Await.until(LIMIT, PAUSE, () -> !sleeper.isAlive()), "the sleeper outlives its starter");
    }

    /** A program that starts another one and is killed. */
    static final class Starter {
        public static void main(String[] arguments) throws InterruptedException {
            var folder = Path.of(arguments[0]);
            var sleeper =
                    new PartProcess(new Sleeper("sleeper"), new Home(folder, folder), Optional.of(Watchdog.start()));
            sleeper.launch();
            System.out.println(sleeper.process().orElseThrow().pid());
            Thread.currentThread().join();
        }
    }

    record Sleeper(String name) implements Part {
        @Override
        public Map<String, Integer> ports() {
            return Map.of();
        }

        @Override
        public void prepare(Consumer<String> progress) throws IOException {
            progress.accept("nothing to prepare");
        }

        @Override
        public Launch launch() {
            return Launch.of(List.of("sleep", "60"), Path.of("/"));
        }

        @Override
        public boolean ready() {
            return true;
        }
    }
}
