package io.zongji.ear.webrtc;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** coturn on loopback: takes TCP alone, and relays to loopback, which it would not do elsewhere. */
final class TurnServer implements AutoCloseable {
    private static final Path EXECUTABLE = Path.of("/usr/bin/turnserver");
    private static final String LOOPBACK = "127.0.0.1";
    private static final int FIRST_RELAY_PORT = 33_000;
    private static final int LAST_RELAY_PORT = 33_099;
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Process process;
    private final Path log;

    /** @param folder for what it writes */
    TurnServer(int port, String secret, Path folder) throws IOException {
        log = folder.resolve("turnserver.log");
        process = new ProcessBuilder(List.of(
                        EXECUTABLE.toString(),
                        "-n",
                        "--listening-ip=" + LOOPBACK,
                        "--listening-port=" + port,
                        "--relay-ip=" + LOOPBACK,
                        "--min-port=" + FIRST_RELAY_PORT,
                        "--max-port=" + LAST_RELAY_PORT,
                        "--realm=zongji.example.com",
                        "--use-auth-secret",
                        "--static-auth-secret=" + secret,
                        "--allow-loopback-peers",
                        "--no-udp",
                        "--no-tls",
                        "--no-dtls",
                        "--no-cli",
                        "--verbose",
                        "--log-file=stdout",
                        "--pidfile=" + folder.resolve("turnserver.pid"),
                        "--userdb=" + folder.resolve("turnserver.db")))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        await("the relay").atMost(SOON).ignoreExceptions().until(() -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(LOOPBACK, port), 1000);
                return true;
            }
        });
    }

    static boolean isInstalled() {
        return Files.isExecutable(EXECUTABLE);
    }

    /** What it has written so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
