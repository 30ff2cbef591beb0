package io.zongji.ear.webrtc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An agent who takes calls in the portal's page, opened by https: one port and one certificate for page, SIP and sign-in. */
@ArquillianTest
@Timeout(180)
class SoftphoneIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PAGE_TONE = 700;
    private static final int CALLER_TONE = 1100;
    private static final String CALLER = "13800003000";
    private static final String OTHER_CALLER = "13800003001";

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void aCallerReachesThePageAndStaysWithItWhenItIsReloadedAndLeft() throws Exception {
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                DeskPhone desk = new DeskPhone(folder, PAGE_TONE, "agent1001")) {
            desk.switchOn();
            long recordings = recordings();
            int contacts = desk.contacts(CALLER);
            OutgoingCall call =
                    Customer.of(trunk, CALLER).saying(Sound.tone(CALLER_TONE)).call("95000");
            call.awaitTalking(SOON);
            call.audio().awaitSound(SOON);
            call.sendDigits("1");
            desk.await("ringing");
            desk.alt("a");
            desk.await("talking");
            desk.bothHear(call, CALLER_TONE);

            desk.sendDigits("42#");
            call.audio().awaitDigits("42#", SOON);
            call.sendDigits("5");
            desk.awaitTone(1336);

            // So long that a clock which begins anew is behind it.
            await("some talk").atMost(SOON).until(() -> desk.secondsTalked() >= 4);
            int talked = desk.secondsTalked();
            long before = System.nanoTime();
            desk.reload();
            desk.bothHear(call, CALLER_TONE);
            System.out.printf("audio is back %d ms after the reload began%n", (System.nanoTime() - before) / 1_000_000);

            assertThat(desk.secondsTalked())
                    .as("the talk goes on, and its time")
                    .isGreaterThanOrEqualTo(talked);
            assertThat(desk.networkInWords()).isIn("good", "fair", "poor");

            desk.alt("m");
            call.audio().awaitQuiet(SOON);
            desk.leave();
            await("music")
                    .atMost(SOON)
                    .until(() -> call.audio().hearsSound() && !call.audio().hears(PAGE_TONE));
            desk.comeBack();
            desk.awaitTone(CALLER_TONE);
            assertThat(desk.isMuted()).as("still muted").isTrue();
            desk.alt("m");
            desk.bothHear(call, CALLER_TONE);

            desk.alt("h");
            call.awaitEnded(SOON);
            desk.await("ready");
            await("the record").atMost(SOON).until(() -> desk.contacts(CALLER) == contacts + 1);
            assertThat(recordings() - recordings).isEqualTo(1);
            desk.signOut();
        }
    }

    @Test
    void whereNoUdpIsLetOutThePageSaysSoAndItsAgentGetsNoOtherCaller() throws Exception {
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                DeskPhone desk = new DeskPhone(folder, PAGE_TONE, "agent1001")) {
            desk.letNoVoiceOut();
            desk.switchOn();
            desk.becomeReady();
            OutgoingCall call = Customer.of(trunk, OTHER_CALLER).call("support");
            desk.await("ringing");
            desk.alt("a");
            desk.awaitNoVoice();
            assertThat(desk.networkInWords()).isEqualTo("none");

            desk.alt("h");
            call.awaitEnded(SOON);
            desk.awaitState("BUSY");
            assertThat(desk.state()).containsText("no voice got through");
            assertThat(desk.page().locator("#notices [data-tag=voice]")).containsText("press Ready");
            desk.signOut();
        }
    }

    @Test
    void aPhoneWhoseLineHasDiedUnnoticedIsBackSoonAfterThePage() throws Exception {
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                DeskPhone desk = new DeskPhone(folder, PAGE_TONE, "agent1001")) {
            PageLines lines = PageLines.of(desk.page());
            desk.reload();
            desk.switchOn();
            desk.becomeReady();

            lines.loseUnnoticed();

            await("another line of the phone").atMost(SOON).until(() -> lines.phones() == 2);
            OutgoingCall call = Customer.of(trunk, OTHER_CALLER)
                    .saying(Sound.tone(CALLER_TONE))
                    .call("support");
            desk.await("ringing");
            desk.alt("a");
            desk.bothHear(call, CALLER_TONE);

            desk.alt("h");
            call.awaitEnded(SOON);
            desk.signOut();
        }
    }

    @Test
    void aSecondTabSaysWhereThePhoneIsAndTakesItOverBetweenCalls() throws Exception {
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                DeskPhone desk = new DeskPhone(folder, PAGE_TONE, "agent1001")) {
            desk.switchOn();
            desk.becomeReady();
            Page second = desk.page().context().newPage();
            second.navigate(DeployedArchive.securePortal("/desk.xhtml").toString());
            assertThat(second.locator("#phone")).hasAttribute("data-phone-state", "elsewhere");
            SimulatedPhone caller = Customer.of(trunk, OTHER_CALLER).saying(Sound.tone(CALLER_TONE));
            OutgoingCall call = caller.call("support");
            desk.await("ringing");
            assertThat(second.locator("[data-answer]")).containsText("in another tab or window");
            second.click("[data-phone=take]");
            assertThat(second.locator("#notices [data-tag=elsewhere]")).containsText("in the other tab");
            desk.alt("a");
            desk.bothHear(call, CALLER_TONE);
            desk.alt("h");
            call.awaitEnded(SOON);
            desk.await("ready");

            second.click("[data-phone=take]");

            assertThat(second.locator("#phone")).hasAttribute("data-phone-state", "ready");
            desk.await("elsewhere");
            desk.becomeReady();
            OutgoingCall next = caller.call("support");
            assertThat(second.locator("#phone")).hasAttribute("data-phone-state", "ringing");
            second.keyboard().press("Alt+a");
            next.audio().awaitTone(PAGE_TONE, SOON);
            second.keyboard().press("Alt+h");
            next.awaitEnded(SOON);
            desk.signOut();
        }
    }

    @Test
    void twoAgentsInTheirBrowsersCallEachOtherAndHearEachOther() throws Exception {
        try (DeskPhone one = new DeskPhone(folder.resolve("one"), PAGE_TONE, "agent1004");
                DeskPhone other = new DeskPhone(folder.resolve("other"), CALLER_TONE, "agent1005")) {
            other.switchOn();
            one.switchOn();
            one.becomeReady();

            one.dial("8005");
            other.await("ringing");
            assertThat(one.hasSounded(880) && one.hasSounded(1320))
                    .as("the tones before the own phone answers by itself")
                    .isTrue();
            other.alt("a");
            other.await("talking");
            one.await("talking");
            one.awaitTone(CALLER_TONE);
            other.awaitTone(PAGE_TONE);

            other.alt("h");
            one.await("ready");
            other.await("ready");
            assertThat(one.complaints()).isEmpty();
            assertThat(other.complaints()).isEmpty();
            one.signOut();
            other.signOut();
        }
    }

    private static long recordings() throws IOException {
        Path folder = DeployedArchive.data().resolve("recordings");
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".wav")).count();
        }
    }
}
