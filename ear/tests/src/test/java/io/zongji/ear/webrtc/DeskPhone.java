package io.zongji.ear.webrtc;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.portal.Desktop;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** An agent at the portal's desk, opened over TLS, whose phone is the page. Used by one thread. */
final class DeskPhone implements AutoCloseable {
    /** Listens to what the page hears, and has the microphone left as it is: a steady tone would be taken for noise. */
    private static final String EAR = """
            (() => {
              const devices = navigator.mediaDevices, ask = devices.getUserMedia.bind(devices);
              devices.getUserMedia = () => ask({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
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

    private final ToneBrowser browser;
    private final Page page;

    DeskPhone(Path folder, double hertz, String login) throws IOException {
        browser = new ToneBrowser(folder, hertz);
        BrowserContext profile = browser.profile(
                new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setLocale("en"));
        profile.addCookies(List.of(
                new Cookie("zongji-language", "en").setDomain("127.0.0.1").setPath("/zongji")));
        profile.addInitScript(EAR);
        page = profile.newPage();
        Desktop.signIn(page, DeployedArchive.securePortal("/"), login);
    }

    /** Has this page be the agent's phone, and waits until it is. */
    void switchOn() {
        page.click("[data-phone=on]");
        await("ready");
    }

    /** Presses a key of the keyboard, with Alt. */
    void alt(String key) {
        page.keyboard().press("Alt+" + key);
    }

    void sendDigits(String digits) {
        alt("k");
        for (char digit : digits.toCharArray()) {
            page.click("[data-digit='" + digit + "']");
        }
    }

    boolean isMuted() {
        return "true".equals(page.getAttribute("[data-phone=mute]", "aria-pressed"));
    }

    void reload() {
        page.reload();
    }

    /** How long the page says that the agent talks. */
    int secondsTalked() {
        String[] parts = page.textContent("[data-phone-time]").split(":");
        return 60 * Integer.parseInt(parts[0]) + Integer.parseInt(parts[1]);
    }

    /** What the check of headset and network says of the network. */
    String networkInWords() {
        page.click("[data-phone=check]");
        page.waitForSelector("[data-check=network][data-word]");
        String word = page.getAttribute("[data-check=network]", "data-word");
        page.click("dialog.check form button");
        return word;
    }

    /** Goes to a page outside of the portal. */
    void leave() {
        page.navigate("about:blank");
    }

    void comeBack() {
        page.navigate(DeployedArchive.securePortal("/calls.xhtml").toString());
    }

    void signOut() {
        page.click(".who button");
        page.waitForSelector("[name=j_username]");
    }

    boolean hears(double hertz) {
        return (Boolean) page.evaluate("hertz => hears(hertz)", hertz);
    }

    /** @param state of the phone, as the page has it: off, ready, ringing, talking … */
    void await(String state) {
        until("the phone is " + state, () -> state.equals(page.getAttribute("#phone", "data-phone-state")));
    }

    void awaitTone(double hertz) {
        until(hertz + " Hz heard in the page", () -> hears(hertz));
    }

    /** The last contacts with a number, as the desk shows them. */
    int contacts(String number) {
        return ((Number) page.evaluate(
                        "number => fetch(`/zongji/desk/contacts?number=${number}`).then(answer => answer.json()).then(list => list.length)",
                        number))
                .intValue();
    }

    private static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(30))
                .until(condition);
    }

    @Override
    public void close() {
        browser.close();
    }
}
