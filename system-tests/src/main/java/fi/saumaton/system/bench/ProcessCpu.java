/*
 * Copyright Saumaton Authors.
 *
 * Licensed under the Apache License, Version 2.0, see http://www.apache.org/licenses/LICENSE-2.0
 */
package fi.saumaton.system.bench;

import java.time.Duration;

/** CPU time (user and system) that processes and their children have used. */
final class ProcessCpu {

    private ProcessCpu() {}

    /** Of one process with all its descendants that still live; zero when it is gone. */
    static Duration of(long pid) {
        return ProcessHandle.of(pid)
                .map(root -> root.descendants().map(ProcessCpu::own).reduce(own(root), Duration::plus))
                .orElse(Duration.ZERO);
    }

    private static Duration own(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }
}
