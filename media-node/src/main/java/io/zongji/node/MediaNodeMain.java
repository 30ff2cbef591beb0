package io.zongji.node;

import io.zongji.media.MediaServer;
import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.recording.RecordingResult;
import io.zongji.ra.media.node.MediaNode;
import java.io.IOException;
import java.io.Reader;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a media node until the process is asked to stop ({@code SIGTERM}): then it takes no new calls, waits for those it
 * has, though not for ever, and leaves; what is left goes on on other nodes.
 */
public final class MediaNodeMain {
    private static final Logger log = logger();
    private static final long LOOK_MILLIS = 100;
    private static final int BAD_SETTINGS = 2;

    private MediaNodeMain() {}

    /** The log is set up before the first logger is made. */
    private static Logger logger() {
        String file = "logback.configurationFile";
        if (System.getProperty(file) == null) {
            System.setProperty(file, "media-node-logback.xml");
        }
        return LoggerFactory.getLogger(MediaNodeMain.class);
    }

    /** @param arguments none, or a file of properties; system properties go before what it says */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            start(NodeSettings.of(given(arguments)));
        } catch (IOException | IllegalArgumentException e) {
            log.error("The media node cannot start: {}", e.toString());
            System.exit(BAD_SETTINGS);
        }
        Thread.currentThread().join();
    }

    private static Properties given(String[] arguments) throws IOException {
        Properties given = new Properties();
        if (arguments.length > 0) {
            try (Reader file = Files.newBufferedReader(Path.of(arguments[0]))) {
                given.load(file);
            }
        }
        given.putAll(System.getProperties());
        return given;
    }

    private static void start(NodeSettings settings) throws IOException {
        Files.createDirectories(settings.media().recordings());
        if (settings.repairs()) {
            for (RecordingResult repaired : RecordingRepair.run(settings.media().recordings())) {
                log.info("Recording {} was cut off and is repaired: {}", repaired.id(), repaired.file());
            }
        }
        MediaServer engine =
                MediaServer.start(settings.media(), settings.prompts().source());
        MediaNode node = MediaNode.start(
                new InetSocketAddress(
                        settings.control().host(), settings.control().port()),
                settings.secret(),
                MediaNode.PATIENCE_WITH_CONTROLLERS,
                engine,
                settings.ports());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(node, settings.drain()), "media-node-stop"));
        log.info(
                "The media node is ready: control {}, voice {} ports {} to {}",
                settings.control(),
                settings.media().advertisedHost(),
                settings.media().firstPort(),
                settings.media().lastPort());
    }

    private static void stop(MediaNode node, Duration drain) {
        log.info("The media node stops; {} connections are left", node.connections());
        node.drain();
        long end = System.nanoTime() + drain.toNanos();
        try {
            while (node.connections() > 0 && System.nanoTime() < end) {
                Thread.sleep(LOOK_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        node.close();
    }
}
