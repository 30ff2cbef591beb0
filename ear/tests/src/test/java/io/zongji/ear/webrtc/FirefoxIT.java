package io.zongji.ear.webrtc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.Firefox;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.Sound;
import java.nio.file.Path;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The desk and its phone in a second browser, with another engine, WebRTC and JavaScript: a queue call from ringing to wrap-up. */
@ArquillianTest
@Timeout(180)
class FirefoxIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int AGENT_TONE = 700;
    private static final int CALLER_TONE = 1100;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void anAgentTakesHoldsRetrievesAndEndsACallInFirefox() throws Exception {
        Path firefox = Firefox.executable().orElse(null);
        assumeTrue(firefox != null, "Firefox is not installed (on Debian: apt-get install firefox-esr)");
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                DeskPhone desk = DeskPhone.inFirefox(firefox, AGENT_TONE, "agent1012")) {
            desk.switchOn();
            desk.becomeReady();
            OutgoingCall call = Customer.of(trunk, "13800017000")
                    .saying(Sound.tone(CALLER_TONE))
                    .call("support");
            desk.await("ringing");
            assertThat(desk.page().locator("#in-hand")).containsText("13800017000");
            desk.alt("a");
            desk.await("talking");
            desk.bothHear(call, CALLER_TONE);

            desk.alt("p");
            assertThat(desk.page().locator("[data-service=RETRIEVE]")).isVisible();
            await("music")
                    .atMost(SOON)
                    .until(() -> call.audio().hearsSound() && !call.audio().hears(AGENT_TONE));
            desk.alt("p");
            assertThat(desk.page().locator("[data-service=HOLD]")).isVisible();
            desk.bothHear(call, CALLER_TONE);

            desk.reload();
            desk.bothHear(call, CALLER_TONE);
            desk.alt("h");
            call.awaitEnded(SOON);
            desk.awaitState("WRAP_UP");
            desk.alt("1");
            desk.awaitState("IDLE");
            desk.alt("0");
            desk.awaitState("SIGNED_OUT");
            assertThat(desk.complaints()).isEmpty();
            desk.signOut();
        }
    }
}
