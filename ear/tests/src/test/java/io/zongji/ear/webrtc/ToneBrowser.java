package io.zongji.ear.webrtc;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import io.zongji.ear.Chromium;
import io.zongji.media.codec.Codec;
import io.zongji.media.tone.Tone;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Headless Chromium whose microphone hears one tone for ever. Used by one thread. */
final class ToneBrowser implements AutoCloseable {
    private static final int RATE = 48_000;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;

    ToneBrowser(Path folder, double hertz) throws IOException {
        Path microphone = Files.createDirectories(folder).resolve("microphone.wav");
        write(new Tone(hertz * Codec.SAMPLE_RATE / RATE, 8000).samples(RATE * 10), microphone);
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Chromium.executable())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--autoplay-policy=no-user-gesture-required",
                                "--use-fake-ui-for-media-stream",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-audio-capture=" + microphone)));
    }

    /** A new profile whose pages may use the microphone. */
    BrowserContext profile(Browser.NewContextOptions options) {
        return browser.newContext(options.setPermissions(List.of("microphone")));
    }

    private static void write(short[] samples, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(samples.length * 2).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(samples);
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        try (AudioInputStream audio =
                new AudioInputStream(new ByteArrayInputStream(bytes.array()), format, samples.length)) {
            AudioSystem.write(audio, AudioFileFormat.Type.WAVE, file.toFile());
        }
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
