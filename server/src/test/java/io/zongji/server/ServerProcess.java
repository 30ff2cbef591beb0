package io.zongji.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.h2.jdbcx.JdbcConnectionPool;

/** A call centre in a process of its own, which can be killed. */
final class ServerProcess {

    private static final String READY = "ready";

    private final Process process;

    private ServerProcess(Process process) {
        this.process = process;
    }

    /** Returns once it takes calls. */
    static ServerProcess start(Path data, int sipPort, String databaseUrl) throws IOException {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ServerProcess.class.getName(),
                        data.toString(),
                        Integer.toString(sipPort),
                        databaseUrl))
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            System.out.println("server: " + line);
            if (line.equals(READY)) {
                Thread reader = new Thread(() -> output.lines().forEach(each -> System.out.println("server: " + each)));
                reader.setDaemon(true);
                reader.start();
                return new ServerProcess(process);
            }
        }
        throw new IOException("The server ended before it was ready");
    }

    /** As {@code kill -9}: nothing is closed, flushed or told to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    public static void main(String[] arguments) throws Exception {
        new TestCentre(
                Path.of(arguments[0]),
                Integer.parseInt(arguments[1]),
                JdbcConnectionPool.create(arguments[2], "zongji", "zongji"));
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
