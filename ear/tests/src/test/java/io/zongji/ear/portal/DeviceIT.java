package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent who sits down at somebody else's desk: the phone there rings instead of the own one, until the agent goes back. */
@ArquillianTest
@Timeout(180)
class DeviceIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    private Desktop desktop;
    private PhoneStack office;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @BeforeEach
    void sitDown() throws IOException {
        desktop = new Desktop();
        office = PhoneStack.open("127.0.0.3", 0);
    }

    @AfterEach
    void leave() {
        desktop.close();
        office.close();
    }

    @Test
    void anAgentChoosesThePhoneOfAnotherDeskAndGoesBackToTheOwn() {
        SimulatedPhone own = phone("8016");
        SimulatedPhone elsewhere = phone("8017");
        SimulatedPhone other = phone("8018");
        Page desk = desktop.signIn("agent1016", "en");
        boolean out = "SIGNED_OUT".equals(desk.locator("[data-state]").getAttribute("data-state"));
        desk.keyboard().press(out ? "Alt+0" : "Alt+1");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");

        chooseDevice(desk, "inside", "8017");
        assertThat(desk.locator("[data-act=device] .num")).hasText("8017");
        call(desk, elsewhere, other);
        desk.reload();
        assertThat(desk.locator("[data-act=device] .num")).hasText("8017");
        chooseDevice(desk, "own", null);
        assertThat(desk.locator("[data-act=device] .num")).hasText("8016");
        call(desk, own, other);
        move(desk, own, elsewhere, other);

        assertThat(desktop.complaints()).isEmpty();
        for (SimulatedPhone phone : new SimulatedPhone[] {own, elsewhere, other}) {
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    @Test
    void anAgentSitsDownAtAnotherDeskByPhoneWithThePinThatWasSetInThePortal() {
        SimulatedPhone own = phone("8016");
        SimulatedPhone elsewhere = phone("8017");
        Page admin = desktop.signIn("admin", "en");
        Desktop.open(admin, "/admin/agents.xhtml");
        admin.locator("#table tbody tr", new Page.LocatorOptions().setHasText("1016"))
                .getByText("Edit")
                .click();
        admin.fill("#pin", "471147");
        admin.click("#save");
        assertThat(admin.locator("#told")).containsText("is saved");
        dial(elsewhere, "*41*1016*471147");
        Page desk = desktop.signIn("agent1016", "en");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        assertThat(desk.locator("[data-act=device] .num")).hasText("8017");

        chooseDevice(desk, "own", null);
        assertThat(desk.locator("[data-act=device] .num")).hasText("8016");
        desk.click("[data-act=device]");
        desk.click("[data-act=pin]");
        desk.fill("[data-choice=pin] [name=pin]", "2468");
        desk.fill("[data-choice=pin] [name=again]", "2469");
        desk.click("[data-choice=pin] [value=yes]");
        assertThat(desk.locator("[data-choice=pin] .problem")).isVisible();
        desk.fill("[data-choice=pin] [name=again]", "2468");
        desk.click("[data-choice=pin] [value=yes]");
        assertThat(desk.locator(".notice[data-tag=pin]")).containsText("Your PIN is changed");
        desk.click("[data-choice=device] [value=no]");
        dial(elsewhere, "*41*1016*471147");
        dial(elsewhere, "*41*1016*2468");
        desk.reload();
        assertThat(desk.locator("[data-act=device] .num")).hasText("8017");

        desk.click("[data-act=device]");
        desk.click("[data-act=pin]");
        desk.click("[data-choice=pin] [value=remove]");
        assertThat(desk.locator(".notice[data-tag=pin]")).containsText("Your PIN is removed");
        desk.click("[data-choice=device] [value=no]");
        chooseDevice(desk, "own", null);
        dial(elsewhere, "*41*1016*2468");
        assertThat(desk.locator("[data-act=device] .num")).hasText("8016");

        Desktop.open(admin, "/admin/audit.xhtml");
        Locator trail = admin.locator("#content");
        assertThat(trail).containsText("PIN for signing in at any desk phone: changed");
        assertThat(trail).containsText("PIN for signing in at any desk phone: removed");
        assertThat(trail).containsText("Signed in at a phone by PIN");
        assertThat(trail).containsText("The agent number or the PIN is wrong.");
        assertThat(trail).not().containsText("471147");
        assertThat(desktop.complaints()).isEmpty();
        for (SimulatedPhone phone : new SimulatedPhone[] {own, elsewhere}) {
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    private static void dial(SimulatedPhone phone, String code) {
        phone.call(code).awaitEnded(SOON);
    }

    private static void chooseDevice(Page desk, String kind, String number) {
        desk.click("[data-act=device]");
        if (number != null) {
            desk.fill("dialog [name=" + kind + "]", number);
        }
        desk.check("dialog [name=device][value=" + kind + "]");
        desk.click("dialog button[value=yes]");
    }

    /** The agent's phone rings first, whichever it is now. */
    private static void call(Page desk, SimulatedPhone agents, SimulatedPhone called) {
        desk.fill(".bar-dial input", called.account().user());
        desk.keyboard().press("Enter");
        agents.awaitRinging(SOON);
        IncomingCall call = called.awaitRinging(SOON);
        call.awaitTalking(SOON);
        assertThat(desk.locator("[data-service=HOLD]")).isVisible();
        desk.keyboard().press("Alt+h");
        call.awaitEnded(SOON);
        assertThat(desk.locator(".bar-dial")).isVisible();
    }

    /** In a call the other phone rings, and takes the call when it is answered. */
    private static void move(Page desk, SimulatedPhone own, SimulatedPhone elsewhere, SimulatedPhone called) {
        elsewhere.onCall(AnswerPlan.manual());
        desk.fill(".bar-dial input", called.account().user());
        desk.keyboard().press("Enter");
        IncomingCall first = own.awaitRinging(SOON);
        IncomingCall call = called.awaitRinging(SOON);
        call.awaitTalking(SOON);
        assertThat(desk.locator("[data-service=HOLD]")).isVisible();

        chooseDevice(desk, "inside", "8017");
        IncomingCall given = elsewhere.awaitRinging(SOON);
        assertThat(desk.locator(".moving .chip")).containsText("8017");
        desk.click(".moving [data-act=stay]");
        given.awaitEnded(SOON);
        assertThat(desk.locator(".moving .chip")).hasCount(0);
        chooseDevice(desk, "inside", "8017");
        IncomingCall second = elsewhere.awaitRinging(SOON);
        second.answer();
        first.awaitEnded(SOON);
        assertThat(desk.locator("[data-act=device] .num")).hasText("8017");
        assertThat(desk.locator(".moving .chip")).hasCount(0);
        desk.keyboard().press("Alt+h");
        call.awaitEnded(SOON);
        second.awaitEnded(SOON);
        chooseDevice(desk, "own", null);
        assertThat(desk.locator("[data-act=device] .num")).hasText("8016");
    }

    private SimulatedPhone phone(String extension) {
        SimulatedPhone phone = office.phone(new PhoneAccount(extension, "extensions-secret", DeployedArchive.sip()))
                .saying(Sound.tone(1100))
                .onCall(AnswerPlan.after(Duration.ZERO));
        phone.register();
        return phone.awaitRegistered(SOON);
    }
}
