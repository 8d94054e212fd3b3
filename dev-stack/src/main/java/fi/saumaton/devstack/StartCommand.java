/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.devstack;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;

import fi.saumaton.devstack.process.StackException;

/** Starts the platform, says where everything is, and stays until it is told to stop. */
final class StartCommand {
    private final DevArguments arguments;
    private final ProgressLines progress = new ProgressLines(System.out);
    private final CountDownLatch forEver = new CountDownLatch(1);
    private volatile boolean failed;
    private volatile boolean stopping;

    StartCommand(DevArguments arguments) {
        this.arguments = arguments;
    }

    void run() {
        arguments.starter().read().ifPresent(process -> {
            throw new StackException("It runs already (process " + process.pid() + "): ./dev status, ./dev stop");
        });
        var platform = arguments.platform(progress);
        remember(platform);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform)));
        endWithTheScript();
        System.out.println("Saumaton starts; data stays in .dev/data, logs are in .dev/logs");
        if (!start(platform)) {
            return;
        }
        System.out.println(new Addresses(platform, arguments.keep()).text(progress.elapsed()));
        platform.processes()
                .forEach((name, process) ->
                        process.process().ifPresent(handle -> handle.onExit().thenRun(() -> ended(name, platform))));
        try {
            forEver.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether it came up; what a Ctrl-C has interrupted is no failure to tell about. */
    private boolean start(Platform platform) {
        try {
            platform.start();
            return true;
        } catch (StackException e) {
            if (!stopping) {
                failed = true;
                throw e;
            }
            return false;
        }
    }

    /** The script passes a Ctrl-C on; when it is killed, nobody would. */
    private static void endWithTheScript() {
        ProcessHandle.current().parent().ifPresent(script -> script.onExit().thenRun(() -> System.exit(0)));
    }

    private void remember(Platform platform) {
        try {
            arguments.rememberOffset(platform);
            arguments.starter().write(ProcessHandle.current());
        } catch (IOException e) {
            throw new StackException("Cannot write to .dev/run: " + e.getMessage(), e);
        }
    }

    private void ended(String name, Platform platform) {
        if (!stopping) {
            System.out.println("  " + name + " ended unexpectedly; its log: " + platform.log(name));
        }
    }

    private void stop(Platform platform) {
        stopping = true;
        platform.close();
        arguments.starter().delete();
        if (failed) {
            return;
        }
        System.out.println(arguments.keep() ? "  The infrastructure stays up (./dev stop ends it)." : "  Stopped.");
    }
}
