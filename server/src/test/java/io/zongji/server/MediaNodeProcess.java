package io.zongji.server;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A media node as it is delivered, in a process of its own, which can be killed. */
final class MediaNodeProcess implements AutoCloseable {

    private final Process process;

    private MediaNodeProcess(Process process) {
        this.process = process;
    }

    /** Returns once it can be controlled. */
    static MediaNodeProcess start(Path data, int controlPort, int firstRtpPort) throws IOException {
        return new MediaNodeProcess(ChildProcess.start(
                "node",
                line -> line.contains("is ready"),
                "-Dzongji.data.dir=" + data,
                "-Dzongji.media.control=127.0.0.1:" + controlPort,
                "-Dzongji.rtp.ports=" + firstRtpPort + "-" + (firstRtpPort + 199),
                "-Dzongji.media.drain.seconds=0",
                "-jar",
                System.getProperty("media.node")));
    }

    /** As {@code kill -9}: nothing is closed, flushed or told to anybody. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Stops it in the middle of whatever it does; it keeps everything, and says nothing. */
    void freeze() throws Exception {
        signal("STOP");
    }

    /** Lets it go on as if nothing had been. */
    void thaw() throws Exception {
        signal("CONT");
    }

    private void signal(String name) throws Exception {
        new ProcessBuilder("kill", "-" + name, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    /** Asks it to stop, and waits until it has. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The media node does not stop");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
