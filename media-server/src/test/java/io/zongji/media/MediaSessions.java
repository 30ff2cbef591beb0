package io.zongji.media;

import static org.awaitility.Awaitility.await;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.PromptAudio;
import io.zongji.media.rtp.RtpLoop;
import io.zongji.media.sdp.SrtpPolicy;
import io.zongji.media.tone.Tone;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A media server and phones over loopback, for tests of whole sessions. */
abstract class MediaSessions {

    static final Duration SHORT = Duration.ofMillis(300);

    static final int PROMPT_LOUDNESS = 8000;

    @TempDir
    Path recordings;

    RtpLoop phones;
    MediaServer server;

    /** A phone, its connection, and what the connection reported. */
    record Line(TestPhone phone, MediaConnection connection, Heard heard) {}

    @BeforeEach
    void start() throws Exception {
        phones = RtpLoop.start("test-phones");
        server = MediaServer.start(
                new MediaSettings(
                        InetAddress.getLoopbackAddress(),
                        null,
                        firstPort(),
                        firstPort() + ports() - 1,
                        Duration.ZERO,
                        Duration.ofMillis(400),
                        recordings,
                        Locale.CHINA,
                        srtp()),
                MediaSessions::prompt);
    }

    /** Apart from those of another build on the same machine. */
    int firstPort() {
        return 20_000 + (int) (ProcessHandle.current().pid() % 250) * ports();
    }

    /** How many RTP ports there are, two for each connection. */
    int ports() {
        return 20;
    }

    /** What the media server does about secure RTP. */
    SrtpPolicy srtp() {
        return SrtpPolicy.ALLOWED;
    }

    @AfterEach
    void stop() {
        server.close();
        phones.close();
    }

    /** Prompts that are tones: {@code tone-600-300} is 600 Hz for 300 ms. */
    private static Optional<PromptAudio> prompt(String name, String language) throws IOException {
        if (name.equals("broken")) {
            throw new IOException("unreadable");
        }
        if (!name.startsWith("tone-")) {
            return Optional.empty();
        }
        String[] parts = name.split("-");
        short[] samples =
                new Tone(Double.parseDouble(parts[1]), PROMPT_LOUDNESS).samples(Integer.parseInt(parts[2]) * 8);
        return Optional.of(new PromptAudio(samples, 8000));
    }

    Line line(Codec codec) throws Exception {
        TestPhone phone = new TestPhone(phones);
        Heard heard = new Heard();
        MediaConnection connection = server.createConnection("test", heard);
        connection.processOffer(phone.offer(codec));
        until(() -> heard.events().contains("answer"));
        phone.accept(heard.sdp(), codec);
        return new Line(phone, connection, heard);
    }

    static void until(BooleanSupplier condition) {
        await().atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .until(condition::getAsBoolean);
    }

    static void letPass(Duration time) {
        await().pollDelay(time).atMost(time.plusSeconds(5)).until(() -> true);
    }
}
