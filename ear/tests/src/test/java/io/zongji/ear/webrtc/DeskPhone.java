package io.zongji.ear.webrtc;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.Cookie;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.portal.Desktop;
import io.zongji.simulator.OutgoingCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;

/** An agent at the portal's desk, opened over TLS, whose phone is the page. Used by one thread. */
final class DeskPhone implements AutoCloseable {
    /** Has the microphone left as it is, since a steady tone would be taken for noise, and counts the tones that the page makes. */
    private static final String WATCHED = """
            (() => {
              const devices = navigator.mediaDevices;
              if (!devices) return;
              const ask = devices.getUserMedia.bind(devices);
              devices.getUserMedia = () => ask({ audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false } });
              window.tones = [];
              const begin = OscillatorNode.prototype.start;
              OscillatorNode.prototype.start = function (...when) { window.tones.push(this.frequency.value); return begin.apply(this, when); };
            })();
            """;

    private static final Duration SOON = Duration.ofSeconds(30);

    private final ToneBrowser browser;
    private final int hertz;
    private final Page page;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    DeskPhone(Path folder, int hertz, String login) throws IOException {
        this(folder, hertz, login, "en");
    }

    DeskPhone(Path folder, int hertz, String login, String language) throws IOException {
        this(ToneBrowser.chromium(folder, hertz), hertz, login, language);
    }

    private DeskPhone(ToneBrowser browser, int hertz, String login, String language) {
        this.browser = browser;
        this.hertz = hertz;
        page = signedIn(login, language);
        Desktop.listen(page, complaints);
    }

    static DeskPhone inFirefox(Path executable, int hertz, String login) {
        return new DeskPhone(ToneBrowser.firefox(executable, hertz), hertz, login, "en");
    }

    /** One more window, of somebody else. */
    Page signedIn(String login, String language) {
        BrowserContext profile = browser.profile(new Browser.NewContextOptions()
                .setIgnoreHTTPSErrors(true)
                .setLocale(language)
                .setViewportSize(1366, 768));
        profile.addCookies(List.of(
                new Cookie("zongji-language", language).setDomain("127.0.0.1").setPath("/zongji")));
        profile.addInitScript(WATCHED + browser.ear());
        Page window = profile.newPage();
        Desktop.signIn(window, DeployedArchive.securePortal("/"), login);
        return window;
    }

    Page page() {
        return page;
    }

    /** Errors and warnings on the console of the agent's window so far. */
    List<String> complaints() {
        return complaints;
    }

    /** What is shown of the agent's state. */
    Locator state() {
        return page.locator("#connection-bar [data-state]");
    }

    /** By key, from whatever state an earlier call has left the agent in. */
    void becomeReady() {
        PlaywrightAssertions.assertThat(state()).isVisible();
        String now = state().getAttribute("data-state");
        if (!"IDLE".equals(now)) {
            alt("SIGNED_OUT".equals(now) ? "0" : "1");
        }
        awaitState("IDLE");
    }

    void awaitState(String wanted) {
        PlaywrightAssertions.assertThat(state()).hasAttribute("data-state", wanted);
    }

    /** Goes on with the Tab key until the focus is there, as somebody without a mouse does. */
    void tabTo(String selector) {
        for (int tabs = 0; tabs < 200; tabs++) {
            if ((Boolean) page.evaluate("selector => Boolean(document.activeElement?.matches(selector))", selector)) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The Tab key does not lead to " + selector);
    }

    /** Calls a number from the bar, by keyboard. */
    void dial(String number) {
        tabTo(".bar-dial input");
        page.keyboard().type(number);
        page.keyboard().press("Enter");
    }

    /** Whether the page has made a tone of this frequency itself. */
    boolean hasSounded(int hertz) {
        return (Boolean) page.evaluate("hertz => window.tones.includes(hertz)", hertz);
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

    /** From now on no voice of this page reaches the server. */
    void letNoVoiceOut() {
        ToneBrowser.letNoVoiceOut(page);
        page.reload();
    }

    /** From now on voice of this page reaches the server over a TURN server, or not at all. */
    void letVoiceOutByRelayOnly() {
        ToneBrowser.letVoiceOutByRelayOnly(page);
        page.reload();
    }

    /** Until the page says that no voice gets through. */
    void awaitNoVoice() {
        page.waitForSelector("#notices [data-tag=voice]");
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

    /** The customer hears the page, and the page the customer's tone. */
    void bothHear(OutgoingCall customer, double tone) {
        awaitTone(tone);
        customer.audio().awaitTone(hertz, SOON);
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
                .atMost(SOON)
                .until(condition);
    }

    @Override
    public void close() {
        browser.close();
    }
}
