package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.OfficePhone;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The recording of a call with hold, consultation and conference, as it is heard in the portal. */
@ArquillianTest
@Timeout(180)
class RecordingIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;
    private static final String NUMBER = "13800005555";

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void aCallWithHoldConsultationAndConferenceIsHeardTrackByTrackWithItsMarks() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            Page desk = desktop.signIn("agent1008", "en");
            call(desk, trunk, office);

            Page page = desktop.signIn("supervisor", "en");
            Desktop.open(page, "/calls.xhtml?number=" + NUMBER);
            page.locator("#table tbody a.row-link").first().click();
            assertThat(page.locator("[data-player]")).hasAttribute("data-tracks", "3");
            assertThat(page.locator("[data-share]")).hasAttribute("data-share", "100");
            for (String mark : List.of("held", "retrieved", "recording_paused", "conferenced")) {
                assertThat(page.locator(".mark-flag." + mark).first()).isVisible();
            }
            assertThat(page.locator(".shade.held").first()).isAttached();
            eachTrackHasItsOwnVoice(page);
            aMarkLeadsToItsPlace(page);
            anAlteredFileIsReportedWithItsCall(page);
            assertThat(desktop.complaints()).isEmpty();
        }
    }

    private static void call(Page desk, PhoneStack trunk, PhoneStack office) {
        SimulatedPhone agentsPhone = OfficePhone.register(office, "8008", AGENT);
        SimulatedPhone colleaguesPhone = OfficePhone.register(office, "8009", COLLEAGUE);
        desk.keyboard().press("Alt+0");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        OutgoingCall customer =
                Customer.of(trunk, NUMBER).saying(Sound.tone(CUSTOMER)).call("support");
        IncomingCall agent = agentsPhone.awaitRinging(SOON);
        hears(agent, CUSTOMER);
        desk.locator("[data-service=HOLD]").click();
        await().atMost(SOON).until(() -> !customer.audio().hearsAmongOthers(AGENT));
        desk.locator("[data-service=RETRIEVE]").click();
        hears(customer, AGENT);
        desk.locator("[data-service=PAUSE_RECORDING]").click();
        desk.locator("[data-service=RESUME_RECORDING]").click();
        assertThat(desk.locator("[data-service=PAUSE_RECORDING]")).isVisible();
        desk.locator(".dial input").fill("8009");
        desk.keyboard().press("Enter");
        IncomingCall colleague = colleaguesPhone.awaitRinging(SOON);
        hears(colleague, AGENT);
        desk.locator("[data-service=CONFERENCE]").click();
        hears(colleague, CUSTOMER);
        hears(customer, COLLEAGUE);
        // The last second is listened to below, and no mark is shown just before the end.
        customer.audio().awaitPackets(customer.audio().heard().packets() + 60, SOON);
        customer.hangUp();
        colleague.awaitEnded(SOON);
        agent.awaitEnded(SOON);
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "WRAP_UP");
        desk.keyboard().press("Alt+0");
        for (SimulatedPhone phone : List.of(agentsPhone, colleaguesPhone)) {
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    /** The loudest tone of the last second before the conference ended, on each track as the browser decodes it. */
    private static void eachTrackHasItsOwnVoice(Page page) {
        @SuppressWarnings("unchecked")
        List<Number> tones = (List<Number>) page.evaluate("""
                async () => {
                  const file = await (await fetch(document.querySelector('audio').src)).arrayBuffer();
                  const sound = await new OfflineAudioContext(3, 1, 8000).decodeAudioData(file);
                  const power = (samples, tone) => { let re = 0, im = 0; samples.forEach((v, i) => { const a = 2 * Math.PI * tone * i / 8000; re += v * Math.cos(a); im += v * Math.sin(a); }); return Math.hypot(re, im); };
                  return [0, 1, 2].map(track => {
                    const all = sound.getChannelData(track), last = all.subarray(all.length - 6400, all.length - 2400);
                    return [700, 1100, 1500].reduce((best, tone) => power(last, tone) > power(last, best) ? tone : best);
                  });
                }""");
        assertThat(tones).extracting(Number::intValue).containsExactly(CUSTOMER, AGENT, COLLEAGUE);
    }

    private static void aMarkLeadsToItsPlace(Page page) {
        page.locator(".mark-flag.conferenced").press("Enter");
        page.waitForFunction(
                "() => Math.abs(document.querySelector('audio').currentTime * 1000 - document.querySelector('.mark-flag.conferenced').dataset.at) < 50");
        double before = position(page);
        page.click("[data-play]");
        page.waitForFunction("at => document.querySelector('audio').currentTime > at + 0.2", before);
    }

    private static void anAlteredFileIsReportedWithItsCall(Page page) throws IOException {
        page.click("[data-check]");
        assertThat(page.locator(".notice").last()).containsText("are what was recorded");
        String call = page.url().replaceFirst(".*id=", "").replaceFirst("&.*", "");
        Path file;
        try (Stream<Path> files = Files.walk(Path.of(System.getProperty("zongji.data"), "recordings"))) {
            file = files.filter(each -> each.getFileName().toString().startsWith(call + "-talk"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
        page.click("[data-check]");
        assertThat(page.locator(".notice").last()).containsText("was changed");
        page.reload();
        assertThat(page.locator(".player .problem")).containsText("was changed");
        Desktop.open(page, "/recording-problems.xhtml");
        assertThat(page.locator("#table tbody tr").first()).containsText(NUMBER);
        page.locator("#table tbody button").first().click();
        assertThat(page.locator("#table tbody tr").first()).containsText("Dealt with by supervisor");
    }

    private static double position(Page page) {
        return ((Number) page.evaluate("() => document.querySelector('audio').currentTime")).doubleValue();
    }

    private static void hears(PhoneCall party, int tone) {
        await("hears " + tone).atMost(SOON).until(() -> party.audio().hearsAmongOthers(tone));
    }
}
