package io.zongji.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Starts another Java, whose output is shown with that of the tests. */
final class ChildProcess {

    private ChildProcess() {}

    /**
     * Returns once it has said that it is ready.
     *
     * @param name      goes before each of its lines
     * @param ready     tells the line that says so
     * @param arguments of {@code java}
     */
    static Process start(String name, Predicate<String> ready, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            System.out.println(name + ": " + line);
            if (ready.test(line)) {
                Thread reader =
                        new Thread(() -> output.lines().forEach(each -> System.out.println(name + ": " + each)));
                reader.setDaemon(true);
                reader.start();
                return process;
            }
        }
        throw new IOException("The " + name + " ended before it was ready");
    }
}
