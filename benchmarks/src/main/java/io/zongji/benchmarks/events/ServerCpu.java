package io.zongji.benchmarks.events;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a process on this machine takes of its processors. */
record ServerCpu(Path stat) {
    private static final double TICKS_PER_SECOND = 100;

    static ServerCpu of(String pid) {
        return new ServerCpu(Path.of("/proc", pid, "stat"));
    }

    /** User and system time so far. */
    double seconds() throws IOException {
        String line = Files.readString(stat);
        String[] fields = line.substring(line.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) / TICKS_PER_SECOND;
    }
}
