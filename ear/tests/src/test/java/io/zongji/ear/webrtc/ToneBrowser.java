package io.zongji.ear.webrtc;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
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
import java.util.function.Function;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** A headless browser whose microphone hears one tone for ever. Used by one thread. */
final class ToneBrowser implements AutoCloseable {
    private static final int RATE = 48_000;

    /** Looks at what is heard just now: no tone of a key is too short for it. */
    private static final String EAR = """
            (() => {
              const Connection = window.RTCPeerConnection;
              let audio = null, ear = null;
              window.RTCPeerConnection = class extends Connection {
                constructor(...settings) {
                  super(...settings);
                  this.addEventListener('track', event => {
                    audio ??= new AudioContext();
                    ear = audio.createAnalyser();
                    ear.fftSize = 8192;
                    ear.smoothingTimeConstant = 0;
                    audio.createMediaStreamSource(new MediaStream([event.track])).connect(ear);
                  });
                }
              };
              window.hears = hertz => {
                if (!ear) return false;
                const bins = new Float32Array(ear.frequencyBinCount);
                ear.getFloatFrequencyData(bins);
                const at = Math.round(hertz * ear.fftSize / audio.sampleRate);
                return Math.max(...bins.subarray(at - 2, at + 3)) > -50;
              };
            })();
            """;

    /** Records half a second and looks at that: Firefox keeps an AudioContext waiting for ever where there is no loudspeaker. */
    private static final String RECORDING_EAR = """
            (() => {
              const Connection = window.RTCPeerConnection;
              let heard = null;
              window.RTCPeerConnection = class extends Connection {
                constructor(...settings) {
                  super(...settings);
                  this.addEventListener('track', event => { heard = event.track; });
                }
              };
              const record = async track => {
                const recorder = new MediaRecorder(new MediaStream([track]));
                const taken = new Promise(done => { recorder.ondataavailable = ({ data }) => done(data); });
                recorder.start();
                await new Promise(done => setTimeout(done, 500));
                if (recorder.state !== 'inactive') recorder.stop();
                const file = await (await taken).arrayBuffer();
                return file.byteLength ? new OfflineAudioContext(1, 1, 48000).decodeAudioData(file) : null;
              };
              window.hears = async hertz => {
                if (heard?.readyState !== 'live') return false;
                const sound = await record(heard).catch(() => null);
                if (!sound) return false;
                let re = 0, im = 0;
                sound.getChannelData(0).forEach((sample, at) => {
                  const angle = 2 * Math.PI * hertz * at / sound.sampleRate;
                  re += sample * Math.cos(angle);
                  im += sample * Math.sin(angle);
                });
                return 2 * Math.hypot(re, im) / sound.length > 0.01;
              };
            })();
            """;

    /** What the server tells of its addresses leads nowhere, as where no UDP is let out. */
    private static final String NO_WAY = """
            (() => {
              const set = RTCPeerConnection.prototype.setRemoteDescription;
              RTCPeerConnection.prototype.setRemoteDescription = function ({ type, sdp }) {
                return set.call(this, { type, sdp: sdp.replace(/^(a=candidate:\\S+ \\d+ udp \\d+) \\S+ \\d+/gm, '$1 127.0.0.1 9') });
              };
            })();
            """;

    private static final String RELAY_ONLY = """
            (() => {
              const Connection = window.RTCPeerConnection;
              window.RTCPeerConnection = class extends Connection {
                constructor(settings, ...more) { super({ ...settings, iceTransportPolicy: 'relay' }, ...more); }
              };
            })();
            """;

    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser browser;
    private final List<String> permissions;
    private final String ear;

    private ToneBrowser(Function<Playwright, Browser> launch, List<String> permissions, String ear) {
        this.permissions = permissions;
        this.ear = ear;
        browser = launch.apply(playwright);
    }

    /** @param folder for the microphone's sound */
    static ToneBrowser chromium(Path folder, double hertz) throws IOException {
        Path microphone = Files.createDirectories(folder).resolve("microphone.wav");
        write(new Tone(hertz * Codec.SAMPLE_RATE / RATE, 8000).samples(RATE * 10), microphone);
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setExecutablePath(Chromium.executable())
                .setArgs(List.of(
                        "--no-sandbox",
                        "--autoplay-policy=no-user-gesture-required",
                        "--use-fake-ui-for-media-stream",
                        "--use-fake-device-for-media-stream",
                        "--use-file-for-fake-audio-capture=" + microphone));
        return new ToneBrowser(playwright -> playwright.chromium().launch(options), List.of("microphone"), EAR);
    }

    /** Firefox as its makers deliver it, driven by WebDriver BiDi. */
    static ToneBrowser firefox(Path executable, int hertz) {
        BrowserType.LaunchOptions options = new BrowserType.LaunchOptions()
                .setChannel("moz-firefox")
                .setExecutablePath(executable)
                .setFirefoxUserPrefs(Map.of(
                        "media.autoplay.default",
                        0,
                        "permissions.default.microphone",
                        1,
                        "media.navigator.streams.fake",
                        true,
                        "media.navigator.audio.fake_frequency",
                        hertz,
                        // The server of the tests is on loopback, where it looks for nobody otherwise.
                        "media.peerconnection.ice.loopback",
                        true));
        return new ToneBrowser(playwright -> playwright.firefox().launch(options), List.of(), RECORDING_EAR);
    }

    /** A script for pages, in which {@code hears(hertz)} tells whether their last call has such a tone. */
    String ear() {
        return ear;
    }

    /** A new profile whose pages may use the microphone. */
    BrowserContext profile(Browser.NewContextOptions options) {
        return browser.newContext(options.setPermissions(permissions));
    }

    /** No voice of pages that are loaded there from now on reaches the server. */
    static void letNoVoiceOut(Page page) {
        page.addInitScript(NO_WAY);
    }

    /** Voice of pages that are loaded there from now on goes over a TURN server, or nowhere. */
    static void letVoiceOutByRelayOnly(Page page) {
        page.addInitScript(RELAY_ONLY);
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
