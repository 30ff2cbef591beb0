package io.zongji.ear.webrtc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.zongji.ear.Accessibility.violations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A working day at the desk with the browser as the phone: without a mouse, without a reload, for everybody's eyes and ears. */
@ArquillianTest
@Timeout(300)
class DeskDayIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int AGENT_TONE = 700;
    private static final int CALLER_TONE = 1100;
    private static final int COLLEAGUE_TONE = 1700;

    @TempDir
    private Path folder;

    private PhoneStack trunk;
    private PhoneStack office;
    private SimulatedPhone caller;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @BeforeEach
    void open() throws IOException {
        trunk = PhoneStack.open("127.0.0.2", 0);
        office = PhoneStack.open("127.0.0.3", 0);
        caller = Customer.of(trunk, "13800016000").saying(Sound.tone(CALLER_TONE));
    }

    @AfterEach
    void close() {
        trunk.close();
        office.close();
    }

    @Test
    void aDayNeedsNeitherMouseNorReloadAndTheConsoleHasNothingToComplainOf() throws IOException {
        SimulatedPhone colleague = office.phone(new PhoneAccount("8017", "extensions-secret", DeployedArchive.sip()))
                .saying(Sound.tone(COLLEAGUE_TONE))
                .onCall(AnswerPlan.after(Duration.ZERO));
        colleague.register();
        colleague.awaitRegistered(SOON);
        try (DeskPhone desk = new DeskPhone(folder, AGENT_TONE, "agent1016")) {
            desk.switchOn();
            desk.page().evaluate("() => { window.sameDay = true; }");
            desk.becomeReady();

            answersHoldsAndWrapsUp(desk);
            consultsAndHandsOver(desk, colleague);
            calls(desk, colleague);

            desk.alt("3");
            desk.awaitState("REST");
            desk.alt("1");
            desk.awaitState("IDLE");
            desk.alt("0");
            desk.awaitState("SIGNED_OUT");
            assertThat((Boolean) desk.page().evaluate("() => window.sameDay === true"))
                    .as("the page was never loaded anew")
                    .isTrue();
            assertThat(desk.complaints()).isEmpty();
        }
        colleague.unregister();
        colleague.awaitUnregistered(SOON);
    }

    private void answersHoldsAndWrapsUp(DeskPhone desk) {
        OutgoingCall call = taken(desk);
        desk.alt("p");
        assertThat(desk.page().locator("[data-service=RETRIEVE]")).isVisible();
        desk.alt("p");
        assertThat(desk.page().locator("[data-service=HOLD]")).isVisible();
        desk.awaitTone(CALLER_TONE);

        desk.tabTo(".wrap-up [data-code]");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".wrap-up [data-code]").first()).hasAttribute("aria-pressed", "true");
        desk.tabTo("[name=wrap-up-note]");
        desk.page().keyboard().type("Calls again tomorrow");
        call.hangUp();
        desk.awaitState("WRAP_UP");
        desk.tabTo("[data-wrap-up=done]");
        desk.page().keyboard().press("Enter");
        desk.awaitState("IDLE");
    }

    private void consultsAndHandsOver(DeskPhone desk, SimulatedPhone colleague) {
        OutgoingCall call = taken(desk);
        desk.alt("c");
        desk.page().keyboard().type("8017");
        desk.page().keyboard().press("ArrowDown");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator(".dial input[name=target]")).hasValue("8017");
        desk.page().keyboard().press("Enter");
        IncomingCall asked = colleague.awaitRinging(SOON);
        asked.awaitTalking(SOON);
        desk.awaitTone(COLLEAGUE_TONE);
        assertThat(desk.page().locator("[data-colleague='1017'] ~ .colleague-do button"))
                .hasCount(0);
        desk.tabTo("[data-service=TRANSFER]");
        desk.page().keyboard().press("Enter");
        assertThat(desk.page().locator("[data-service=TRANSFER]")).hasCount(0);
        assertThat((Boolean) desk.page().evaluate("() => document.activeElement !== document.body"))
                .as("the focus stays near what had it")
                .isTrue();
        call.audio().awaitTone(COLLEAGUE_TONE, SOON);
        desk.awaitState("WRAP_UP");
        desk.alt("1");
        desk.awaitState("IDLE");
        call.hangUp();
        asked.awaitEnded(SOON);
    }

    private static void calls(DeskPhone desk, SimulatedPhone colleague) {
        desk.dial("8017");
        IncomingCall called = colleague.awaitRinging(SOON);
        called.awaitTalking(SOON);
        assertThat(desk.page().locator("[data-service=HOLD]")).isVisible();
        desk.awaitTone(COLLEAGUE_TONE);
        desk.alt("h");
        called.awaitEnded(SOON);
        desk.await("ready");
        desk.becomeReady();
    }

    /** A caller who talks with the agent. */
    private OutgoingCall taken(DeskPhone desk) {
        OutgoingCall call = call();
        desk.await("ringing");
        desk.alt("a");
        desk.await("talking");
        desk.awaitTone(CALLER_TONE);
        assertThat(desk.page().locator("[data-service=HOLD]")).isVisible();
        return call;
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh-CN"})
    void deskAndTeamMeetWcagAaAndShowWhoCallsWithoutScrolling(String language) throws IOException {
        try (DeskPhone desk = new DeskPhone(folder, AGENT_TONE, "agent1016", language)) {
            desk.switchOn();
            desk.becomeReady();
            assertThat(violations(desk.page())).isEmpty();

            OutgoingCall call = call();
            desk.await("ringing");
            assertThat(desk.page().locator("#contacts")).not().isEmpty();
            assertThat(violations(desk.page())).isEmpty();
            for (String part :
                    List.of("#in-hand .number", "#in-hand .hand-facts", "#background", "#contacts", ".answer")) {
                assertThat(below(desk.page(), part))
                        .as(part + " is below the fold")
                        .isNegative();
            }
            assertThat(((Number) desk.page().evaluate("() => document.querySelector('.bar').offsetHeight")).intValue())
                    .as("one line of the bar")
                    .isLessThan(70);

            desk.alt("a");
            assertThat(desk.page().locator("[data-service=HOLD]")).isVisible();
            assertThat(violations(desk.page())).isEmpty();
            Page team = desk.signedIn("supervisor", language);
            team.navigate(DeployedArchive.securePortal("/team.xhtml").toString());
            assertThat(team.locator("#team-tiles [data-agent='1016']")).isVisible();
            assertThat(violations(team)).isEmpty();
            call.hangUp();
            desk.awaitState("WRAP_UP");
            assertThat(violations(desk.page())).isEmpty();
            desk.alt("1");
            desk.awaitState("IDLE");
            desk.alt("0");
            desk.awaitState("SIGNED_OUT");
        }
    }

    /** How far something ends below what can be seen without scrolling. */
    private static int below(Page page, String selector) {
        return ((Number) page.evaluate(
                        "selector => Math.round(document.querySelector(selector).getBoundingClientRect().bottom - innerHeight)",
                        selector))
                .intValue();
    }

    private OutgoingCall call() {
        OutgoingCall call = caller.call("support");
        call.awaitTalking(SOON);
        return call;
    }
}
