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
    private volatile boolean started;
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
        System.out.println("Saumaton starts; data stays in .dev/data, logs are in .dev/logs");
        platform.start();
        started = true;
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
        if (!started) {
            return;
        }
        System.out.println(arguments.keep() ? "  The infrastructure stays up (./dev stop ends it)." : "  Stopped.");
    }
}
