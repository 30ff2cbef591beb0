package io.zongji.media.recording;

import io.zongji.media.ConnectionListener;
import io.zongji.media.MediaServer;
import io.zongji.media.MediaSettings;
import io.zongji.media.RecordingListener;
import io.zongji.media.RecordingOrder;
import io.zongji.media.prompt.PromptLibrary;
import io.zongji.media.sdp.SrtpPolicy;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Run as its own process: records until it is killed. */
final class RecordingUntilKilled {
    private RecordingUntilKilled() {}

    public static void main(String[] args) throws Exception {
        Path recordings = Path.of(args[0]);
        MediaSettings settings = new MediaSettings(
                InetAddress.getLoopbackAddress(),
                null,
                27500,
                27599,
                Duration.ZERO,
                Duration.ZERO,
                recordings,
                Locale.CHINA,
                SrtpPolicy.OFF);
        MediaServer server = MediaServer.start(settings, new PromptLibrary(null));
        var connection = server.createConnection("test", new ConnectionListener() {});
        server.createRecorder(
                        new RecordingOrder("k", "killed.wav", null, null),
                        List.of(connection, server.createConnection("other", new ConnectionListener() {})),
                        new RecordingListener() {})
                .start();
        // The same clock in both processes: time since the machine started.
        Files.writeString(recordings.resolve("started"), Long.toString(System.nanoTime()));
        Thread.currentThread().join();
    }
}
