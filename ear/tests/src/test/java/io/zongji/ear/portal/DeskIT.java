package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The customer's card and what goes along with a call, on the desks of those who have the call one after the other. */
@ArquillianTest
@Timeout(180)
class DeskIT {
    private static final Duration SOON = Duration.ofSeconds(20);

    /** Of this run alone, so that whom an earlier one left behind is nobody's customer here. */
    private final String run = String.format("%07d", System.currentTimeMillis() / 100 % 10_000_000);

    private final String customer = "1358" + run;
    private final String name = "Wang " + run;
    private final String trunkName = "desk-it-" + run;
    private final String doubled = "Doubled " + run;
    private final String doubledNumber = "0215" + run;

    private Desktop desktop;
    private PhoneStack trunk;
    private PhoneStack office;
    private final List<SimulatedPhone> phones = new ArrayList<>();
    private final List<OutgoingCall> calls = new ArrayList<>();

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @BeforeEach
    void sitDown() throws IOException {
        desktop = new Desktop();
        trunk = PhoneStack.open("127.0.0.2", 0);
        office = PhoneStack.open("127.0.0.3", 0);
    }

    /** Also after a failure: a call or a registration that is left behind would be in the way of the next try. */
    @AfterEach
    void leave() {
        try {
            calls.forEach(OutgoingCall::hangUp);
            phones.forEach(SimulatedPhone::hangUp);
            phones.forEach(SimulatedPhone::unregister);
            phones.forEach(phone -> phone.awaitUnregistered(SOON));
        } finally {
            desktop.close();
            trunk.close();
            office.close();
        }
    }

    @Test
    void theCardIsOpenBeforeTheAnswerIsKeptWhileItIsTypedAndGoesAlongWithTheCall() {
        SimulatedPhone first = phone("8010", AnswerPlan.manual());
        SimulatedPhone second = phone("8011", AnswerPlan.after(Duration.ZERO));
        SimulatedPhone third = phone("8012", AnswerPlan.manual());
        writesUpAsLongAsItTakes("1010");
        Page desk = desktop.signIn("agent1010", "en");
        Page desk2 = desktop.signIn("agent1011", "en");
        Page desk3 = desktop.signIn("agent1012", "zh-CN");
        becomeReady(desk);

        OutgoingCall call = call();
        IncomingCall ringing = first.awaitRinging(SOON);
        assertThat(desk.locator("#in-hand .number")).hasText(customer);
        assertThat(desk.locator(".customer .customer-number")).containsText(customer);
        assertThat(desk.locator(".customer-status")).containsText("Nobody is known under this number yet");
        assertThat(desk.locator(".notice[data-tag=rings]")).containsText("Call from " + customer);
        desk.fill(".customer [name=name]", name);
        ringing.answer();
        assertThat(desk.locator("[data-service=HOLD]")).isVisible();
        assertThat(desk.locator(".customer [name=name]")).hasValue(name);
        desk.click("[data-customer-act=create]");
        assertThat(desk.locator(".hand-name")).hasText(name);
        desk.fill(".customer [name=notes]", "Wants the invoice by e-mail");
        assertThat(desk.locator(".customer")).hasAttribute("data-status", "saved");
        attach(desk, "order", "A-42");
        desk.locator(".wrap-up [data-code]").first().click();
        desk.fill("[name=wrap-up-note]", "Calls again on Friday");
        assertThat(desk.locator(".wrap-up header")).containsText("Saved");

        desk.reload();
        assertThat(desk.locator(".customer [name=notes]")).hasValue("Wants the invoice by e-mail");
        assertThat(desk.locator(".call-data")).containsText("A-42");
        handOver(desk, "1011");
        second.awaitRinging(SOON);
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "WRAP_UP");
        assertThat(desk.locator(".customer [name=name]")).hasValue(name);
        assertThat(desk.locator("[name=wrap-up-note]")).hasValue("Calls again on Friday");
        desk.click("[data-wrap-up=done]");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        seesAll(desk2);
        attach(desk2, "promised", "Friday");
        handOver(desk2, "1012");
        IncomingCall handedOn = third.awaitRinging(SOON);
        assertThat(desk3.locator(".notice[data-tag=rings]")).containsText(customer);
        handedOn.answer();
        seesAll(desk3);
        assertThat(desk3.locator(".call-data")).containsText("Friday");
        assertThat(desk3.locator(".customer")).hasAttribute("aria-label", "客户");

        chineseWordsStandTogether(desk3);

        call.hangUp();
        assertThat(desk3.locator(".notice").filter(new Locator.FilterOptions().setHasText("客户已挂机")))
                .isVisible();
        assertThat(desktop.complaints()).isEmpty();
        findMergeAndNameWhatIsDestroyed();
    }

    private static void chineseWordsStandTogether(Page desk) {
        assertThat(
                        desk.evaluate(
                                "() => import('/zongji/assets/js/format.js')"
                                        + ".then(format => [format.say('device.ringing', '您的另一部话机'), format.say('device.ringing', '8002')])"))
                .isEqualTo(List.of("正在呼叫您的另一部话机…", "正在呼叫 8002…"));
    }

    @Test
    void aNumberIsCalledFromTheBarAndOnceMoreAndOutsideTheChosenNumberIsShown() throws IOException {
        phone("8013", AnswerPlan.after(Duration.ZERO));
        SimulatedPhone other = phone("8014", AnswerPlan.after(Duration.ZERO));
        try (PhoneStack carrier = PhoneStack.open("127.0.0.4", 0)) {
            SimulatedPhone mobile = Customer.of(carrier, "1390000777").onCall(AnswerPlan.after(Duration.ZERO));
            Page admin = desktop.signIn("admin", "en");
            addTrunk(admin, "127.0.0.4:" + carrier.address().getPort());
            Page desk = desktop.signIn("agent1013", "en");
            becomeReady(desk);

            desk.selectOption(".bar-dial [name=caller]", "95007");
            callFromTheBar(desk, "8014");
            endedBy(desk, other);
            desk.click("[data-act=redial]");
            endedBy(desk, other);

            callFromTheBar(desk, "1390000777");
            IncomingCall outside = mobile.awaitRinging(SOON);
            assertThat(outside.peer()).isEqualTo("95007");
            assertThat(desk.locator("[data-service=HOLD]")).isVisible();
            desk.keyboard().press("Alt+2");
            assertThat(desk.locator("[data-ask=BUSY]")).hasAttribute("aria-pressed", "true");
            desk.reload();
            assertThat(desk.locator("[data-ask=BUSY]")).hasAttribute("aria-pressed", "true");
            desk.keyboard().press("Alt+h");
            outside.awaitEnded(SOON);
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "BUSY");
            assertThat(desk.locator("#last-numbers option").first()).hasAttribute("value", "1390000777");
            removeTrunk(admin);
        }
        assertThat(desktop.complaints()).isEmpty();
    }

    private static void callFromTheBar(Page desk, String number) {
        desk.fill(".bar-dial input", number);
        desk.keyboard().press("Enter");
    }

    private static void endedBy(Page desk, SimulatedPhone called) {
        IncomingCall call = called.awaitRinging(SOON);
        call.awaitTalking(SOON);
        assertThat(desk.locator("[data-service=HOLD]")).isVisible();
        desk.keyboard().press("Alt+h");
        call.awaitEnded(SOON);
        assertThat(desk.locator(".bar-dial")).isVisible();
    }

    private void addTrunk(Page admin, String gateway) {
        Desktop.open(admin, "/admin/trunks.xhtml");
        admin.onDialog(Dialog::accept);
        admin.click("#begin");
        admin.fill("#name", trunkName);
        admin.fill("#networks", "127.0.0.4/32");
        admin.fill("#outboundGateway", gateway);
        admin.fill("#outboundPrefixes", "1390000");
        admin.fill("#outboundCaller", "95006");
        admin.fill("#outboundPermitted", "95007");
        admin.click("#save");
        assertThat(admin.locator("#told")).containsText(trunkName + " is saved");
    }

    private void removeTrunk(Page admin) {
        Locator row = admin.locator("#table tbody tr", new Page.LocatorOptions().setHasText(trunkName));
        row.getByText("Remove").click();
        assertThat(row).hasCount(0);
    }

    @Test
    void whatIsTypedWhileItIsBeingKeptIsKeptTooOnceAndTheFocusStaysWhereItIs() {
        Page desk = desktop.signIn("agent1013", "en");
        Desktop.open(desk, "/customers.xhtml");
        desk.click("#add");
        desk.fill("#record [name=name]", name);
        desk.click("[data-customer-act=create]");
        assertThat(desk.locator("#record .customer-status")).hasText("Customer added");
        List<Route> writes = new ArrayList<>();
        desk.route("**/api/customers/*", route -> {
            if (route.request().method().equals("PATCH") && writes.isEmpty()) {
                writes.add(route);
            } else {
                route.resume();
            }
        });
        Locator notes = desk.locator("#record [name=notes]");
        notes.fill("First");
        desk.waitForCondition(() -> !writes.isEmpty());
        notes.fill("First, second");
        // Longer than the form waits until it keeps what is typed.
        desk.waitForTimeout(1_500);
        writes.get(0).resume();
        assertThat(desk.locator("#record .customer")).hasAttribute("data-status", "saved");
        assertThat(notes).hasValue("First, second");
        assertThat(desktop.complaints()).isEmpty();

        Desktop.open(desk, "/desk.xhtml");
        Locator colleague = desk.locator("[data-colleague='1014']");
        SimulatedPhone phone = phone("8014", AnswerPlan.manual());
        Page other = desktop.signIn("agent1014", "en");
        becomeReady(other);
        assertThat(desk.locator(".colleague").filter(new Locator.FilterOptions().setHas(colleague)))
                .containsText("Ready");
        colleague.focus();
        phone.unregister();
        phone.awaitUnregistered(SOON);
        assertThat(desk.locator(".colleague").filter(new Locator.FilterOptions().setHas(colleague)))
                .not()
                .containsText("Ready");
        assertThat(colleague).isFocused();
    }

    /** From whatever state an earlier call has left the agent in. */
    private static void becomeReady(Page desk) {
        assertThat(desk.locator("[data-state]")).isVisible();
        String state = desk.locator("[data-state]").getAttribute("data-state");
        if (!"IDLE".equals(state)) {
            desk.keyboard().press("SIGNED_OUT".equals(state) ? "Alt+0" : "Alt+1");
        }
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
    }

    /** So that a slow machine does not end the wrap-up before it has been looked at. */
    private void writesUpAsLongAsItTakes(String agent) {
        Page page = desktop.signIn("admin", "en");
        Desktop.open(page, "/admin/agents.xhtml");
        page.locator("#table_data tr")
                .filter(new Locator.FilterOptions().setHasText("agent" + agent))
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Edit"))
                .click();
        page.fill("#wrapUp", "600");
        page.click("#save");
        assertThat(page.locator("#told")).containsText("is saved");
    }

    private static void handOver(Page desk, String colleague) {
        desk.fill("#find-colleague", colleague.replaceFirst("^1", "8"));
        desk.locator("#find-colleague").press("ArrowDown");
        assertThat(desk.locator("[data-colleague='" + colleague + "']")).isFocused();
        desk.keyboard().press("Enter");
        assertThat(desk.locator(".dial input")).hasValue(colleague.replaceFirst("^1", "8"));
        desk.click("[data-service=SINGLE_STEP_TRANSFER]");
    }

    private void seesAll(Page desk) {
        assertThat(desk.locator("#in-hand .number")).hasText(customer);
        assertThat(desk.locator(".customer [name=name]")).hasValue(name);
        assertThat(desk.locator(".call-data")).containsText("A-42");
        assertThat(desk.locator("[data-service=HOLD]")).isVisible();
    }

    private static void attach(Page desk, String name, String value) {
        desk.fill("[name=data-name]", name);
        desk.fill("[name=data-value]", value);
        desk.locator("[name=data-value]").press("Enter");
        assertThat(desk.locator(".call-data")).containsText(value);
    }

    private void findMergeAndNameWhatIsDestroyed() {
        Page page = desktop.signIn("supervisor", "en");
        Desktop.open(page, "/customers.xhtml");
        page.click("#add");
        page.fill("#record [name=name]", doubled);
        page.click("[data-customer-act=create]");
        assertThat(page.locator("#record .customer-status")).hasText("Customer added");
        page.locator("#record .customer-numbers input").fill("021-5" + run.substring(0, 3) + " " + run.substring(3));
        page.locator("#record .customer-numbers input").press("Enter");
        assertThat(page.locator("#record .customer-number")).hasText(doubledNumber);

        page.fill("#search [name=query]", customer.substring(0, 9));
        page.keyboard().press("Enter");
        assertThat(page.locator("#found tr")).hasCount(1);
        page.click("#found a");
        assertThat(page.locator("#record [name=name]")).hasValue(name);
        page.click("[data-customer-act=merge]");
        page.fill("dialog [name=customer]", doubled);
        page.locator("dialog [role=option]", new Page.LocatorOptions().setHasText(doubled))
                .press("Enter");
        // The key that chose must not press the button that has the focus again: there is one dialog.
        assertThat(page.locator("dialog[open]")).hasCount(1);
        assertThat(page.locator("dialog[open]")).containsText("The record of " + doubled + " disappears");
        assertThat(page.locator("dialog[open]")).containsText(doubledNumber);
        page.click("dialog[open] button.primary");
        assertThat(page.locator("#record .customer-number")).hasCount(2);
        assertThat(page.locator("#record [name=notes]")).hasValue("Wants the invoice by e-mail");
    }

    private OutgoingCall call() {
        OutgoingCall call = Customer.of(trunk, customer).saying(Sound.tone(700)).call("support");
        calls.add(call);
        call.awaitTalking(SOON);
        return call;
    }

    private SimulatedPhone phone(String extension, AnswerPlan plan) {
        SimulatedPhone phone = office.phone(new PhoneAccount(extension, "extensions-secret", DeployedArchive.sip()))
                .saying(Sound.tone(1100))
                .onCall(plan);
        phones.add(phone);
        phone.register();
        return phone.awaitRegistered(SOON);
    }
}
