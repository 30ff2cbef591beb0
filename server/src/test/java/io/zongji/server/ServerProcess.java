package io.zongji.server;

import java.io.IOException;
import java.nio.file.Path;
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
        return new ServerProcess(ChildProcess.start(
                "server",
                READY::equals,
                "-cp",
                System.getProperty("java.class.path"),
                ServerProcess.class.getName(),
                data.toString(),
                Integer.toString(sipPort),
                databaseUrl));
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
