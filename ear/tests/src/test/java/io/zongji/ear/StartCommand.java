package io.zongji.ear;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Runs the start command as somebody at a terminal would, and what it leaves behind. */
final class StartCommand implements AutoCloseable {
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Process process;
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    private final Thread reader = new Thread(this::read, "output of zongji");

    /** What it printed and how it ended. */
    record Ending(int status, List<String> output, List<String> errors) {}

    private StartCommand(Process process) {
        this.process = process;
        reader.setDaemon(true);
        reader.start();
    }

    private void read() {
        process.inputReader().lines().forEach(line -> {
            output.add(line);
            lines.add(line);
        });
    }

    /** Begins it in the background; its errors come with its output. */
    static StartCommand begin(String... arguments) throws IOException {
        return new StartCommand(
                builder(Map.of(), arguments).redirectErrorStream(true).start());
    }

    /** Runs it to its end, with these variables instead of the environment's. */
    static Ending run(Map<String, String> environment, Path scratch, String... arguments)
            throws IOException, InterruptedException {
        Path output = scratch.resolve("output");
        Path errors = scratch.resolve("errors");
        Process process = builder(environment, arguments)
                .redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("zongji did not end: " + Files.readString(output));
        }
        return new Ending(process.exitValue(), Files.readAllLines(output), Files.readAllLines(errors));
    }

    private static ProcessBuilder builder(Map<String, String> environment, String... arguments) {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", ROOT.resolve("zongji").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().remove("JAVA_HOME");
        builder.environment().putAll(environment);
        return builder;
    }

    /** Waits until a line contains these words that was not waited for before. */
    void awaitLine(String words) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            String line = lines.poll(1, TimeUnit.SECONDS);
            if (line != null && line.contains(words)) {
                return;
            }
            if (line == null && !reader.isAlive()) {
                break;
            }
        }
        throw new IllegalStateException("\"" + words + "\" was not printed, but: " + printed());
    }

    /** Ctrl-C. */
    void interrupt() throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
    }

    int awaitEnd(Duration patience) throws InterruptedException {
        if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("zongji did not end: " + printed());
        }
        reader.join(patience.toMillis());
        return process.exitValue();
    }

    String printed() {
        return String.join("\n", output);
    }

    /** Processes anywhere on this machine that were started for this data folder. */
    static List<ProcessHandle> processesOf(Path data) {
        return ProcessHandle.allProcesses()
                .filter(one -> one.info().commandLine().orElse("").contains("zongji.data.dir=" + data))
                .collect(Collectors.toList());
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
