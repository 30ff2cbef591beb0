package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.assertions.LocatorAssertions;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see and do in the portal. Whatever they do, no browser has anything to complain of. */
@ArquillianTest
@Timeout(120)
class PortalIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static Desktop desktop;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @BeforeEach
    void sitDown() {
        if (desktop == null) {
            desktop = new Desktop();
        }
        desktop.complaints().clear();
    }

    @AfterEach
    void noBrowserComplained() {
        assertThat(desktop.complaints()).isEmpty();
    }

    @AfterAll
    static void leave() {
        if (desktop != null) {
            desktop.close();
            desktop = null;
        }
    }

    @ParameterizedTest
    @CsvSource({
        "admin, Live view/Team/Agent times/Call records/Customers/Voicemail/Recording problems/Queues/Agents/Agent rules/Wrap-up codes/Numbers/Flows/Trunks/Users/Blacklist/Extensions/Interface tokens/Deployment/Diagnostics/Audit log",
        "supervisor, Live view/Team/Agent times/Call records/Customers/Voicemail/Recording problems",
        "inspector, Live view/Call records/Customers/Voicemail/Recording problems",
        "agent1005, My desk/My calls/Customers"
    })
    void everyRoleFindsItsSectionsAndNoOthers(String login, String sections) {
        Page page = desktop.signIn(login, "en");
        String[] expected = sections.split("/");
        assertThat(page.locator(".rail li a")).hasText(expected);
        for (String section : expected) {
            page.locator(".rail li a", new Page.LocatorOptions().setHasText(section))
                    .click();
            page.waitForLoadState();
            assertThat(page).hasTitle(section + " · Zongji");
        }
    }

    @Test
    void aWrongPasswordIsToldInPlainWords() {
        Page page = desktop.window("en");
        Desktop.open(page, "/");
        page.fill("[name=j_username]", "supervisor");
        page.fill("[name=j_password]", "guessed");
        page.keyboard().press("Enter");
        assertThat(page.locator("[role=alert]")).containsText("user name or the password is wrong");
    }

    @Test
    void theLanguageIsSwitchedAndRemembered() {
        Page page = desktop.signIn("inspector", "zh-CN");
        assertThat(page).hasTitle("实时监控 · 总机");
        page.click("[data-act=language]");
        assertThat(page).hasTitle("Live view · Zongji");
        Page elsewhere = desktop.window("zh-CN");
        elsewhere.context().clearCookies();
        Desktop.signIn(elsewhere, "inspector");
        assertThat(elsewhere).hasTitle("Live view · Zongji");
    }

    @ParameterizedTest
    @CsvSource({
        "agent1005, /live.xhtml, 403",
        "agent1005, /admin/blacklist.xhtml, 403",
        "agent1005, /recording-problems.xhtml, 403",
        "supervisor, /admin/extensions.xhtml, 403",
        "supervisor, /admin/slee.xhtml, 403",
        "agent1005, /call.xhtml?id=unknown, 404",
        "agent1005, /audio/voicemail/unknown, 404",
        "supervisor, /audio/recording/..%2f..%2fsecrets.properties, 404",
        "supervisor, /desk.xhtml, 403",
        "supervisor, /nothing.xhtml, 404"
    })
    void whatIsNotForSomebodyIsRefusedWithoutAStackTrace(String login, String path, int status) {
        Page page = desktop.signIn(login, "en");
        Response answer = page.navigate(DeployedArchive.portal(path).toString());
        desktop.complaints().removeIf(complaint -> complaint.contains("Failed to load resource"));
        assertThat(answer.status()).isEqualTo(status);
        assertThat(page.locator("body")).not().containsText(Pattern.compile("Exception|at io\\."));
        assertThat(page.locator("a.button")).hasText("To the start page");
    }

    @Test
    void aCallIsSeenLiveTakenAtTheDeskByKeysFoundAndHeard() throws Exception {
        // Another one each time, so that the test finds its own call when it is run again.
        String caller = String.format("138%07d0", System.currentTimeMillis() % 10_000_000);
        Page live = desktop.signIn("supervisor", "en");
        Page desk = desktop.signIn("agent1002", "en");
        assertThat(live.locator("#f-waiting .figure-value")).hasText("0");
        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = office.phone(new PhoneAccount("8002", "extensions-secret", DeployedArchive.sip()))
                    .saying(Sound.tone(1100))
                    .onCall(AnswerPlan.after(Duration.ofSeconds(2)));
            phone.register();
            phone.awaitRegistered(SOON);
            desk.keyboard().press("Alt+0");
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");

            OutgoingCall call =
                    Customer.of(trunk, caller).saying(Sound.tone(700)).call("95000");
            call.awaitTalking(SOON);
            assertThat(live.locator(".call-row", new Page.LocatorOptions().setHasText(caller)))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(1_000));
            call.audio().awaitSound(SOON);
            call.sendDigits("1");

            IncomingCall ringing = phone.awaitRinging(SOON);
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "OFFERED");
            assertThat(desk.locator("#in-hand .number")).hasText(caller);
            assertThat(desk.locator("#background kbd")).hasText("1");
            ringing.awaitTalking(SOON);
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "TALKING");
            assertThat(live.locator("[data-agent='1002']")).containsText(caller);
            call.audio().awaitTone(1100, SOON);
            await().atMost(SOON).until(() -> ringing.timeTalking().toMillis() > 3_500);
            call.hangUp();
            ringing.awaitEnded(SOON);
            workThroughTheStates(desk);
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
        findAndHear(live, caller);
        anAgentHearsOnlyOwnCalls(live.url());
    }

    private static void workThroughTheStates(Page desk) {
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "WRAP_UP");
        desk.keyboard().press("Alt+1");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        desk.keyboard().press("Alt+3");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "REST");
        desk.keyboard().press("Alt+1");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        desk.locator("[data-ask=BUSY]").focus();
        desk.keyboard().press("Enter");
        desk.keyboard().press("ArrowDown");
        desk.keyboard().press("Enter");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "BUSY");
        assertThat(desk.locator("[data-state]")).containsText("Training");
        desk.keyboard().press("Alt+0");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "SIGNED_OUT");
    }

    private static void findAndHear(Page page, String caller) {
        Desktop.open(page, "/calls.xhtml");
        page.fill("[name=number]", caller.substring(0, caller.length() - 1));
        page.selectOption("[name=outcome]", "ANSWERED");
        page.keyboard().press("Enter");
        page.locator("button.primary").click();
        page.waitForURL(url ->
                url.contains("number=" + caller.substring(0, caller.length() - 1)) && url.contains("outcome=ANSWERED"));
        assertThat(page.locator("#table tbody tr")).hasCount(1);
        // The table's own keys must leave Enter to the link.
        page.locator("#table tbody a.row-link").press("Enter");
        assertThat(page.locator("[data-player]")).hasAttribute("data-tracks", "2");
        assertThat(page.locator("[data-share]")).hasAttribute("data-share", "100");
        page.click("[data-play]");
        page.waitForFunction("() => document.querySelector('audio').currentTime > 0.3");
        assertThat(((Number) page.evaluate("() => document.querySelector('audio').duration")).doubleValue())
                .isGreaterThan(1.5);
        page.locator(".waves").press("End");
        assertThat(page.locator(".waves")).hasAttribute("aria-valuetext", Pattern.compile("0:0[2-9] / 0:0[2-9]"));
        page.locator(".waves").press("Home");
        page.locator(".track-name.agent button").press("Enter");
        assertThat(page.locator(".track-name.agent")).hasClass(Pattern.compile("muted-track"));
    }

    /** With the address of a call of agent 1002. */
    private static void anAgentHearsOnlyOwnCalls(String address) {
        Page own = desktop.signIn("agent1002", "en");
        assertThat(own.navigate(address).status()).isEqualTo(200);
        Page foreign = desktop.signIn("agent1006", "en");
        assertThat(foreign.navigate(address).status()).isEqualTo(404);
        desktop.complaints().removeIf(complaint -> complaint.contains("404"));
    }

    @Test
    void anAgentWithoutAPhoneIsToldWhatToDo() {
        Page desk = desktop.signIn("agent1007", "en");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "SIGNED_OUT");
        desk.locator("[data-ask=SIGN_IN]").press("Enter");
        assertThat(desk.locator(".notice")).containsText("Your phone is not connected");
    }

    @Test
    void aLostLineIsShownWithinThreeSecondsAndHealsByItself() {
        Page page = desktop.window("en");
        page.clock().install();
        AtomicBoolean silent = new AtomicBoolean();
        page.routeWebSocket(Pattern.compile(".*/push.*"), here -> {
            WebSocketRoute there = here.connectToServer();
            there.onMessage(frame -> {
                if (!silent.get()) {
                    here.send(frame.text());
                }
            });
        });
        Desktop.signIn(page, "supervisor");
        assertThat(page.locator("#f-waiting .figure-value")).hasText("0");
        silent.set(true);
        page.clock().runFor(3_000);
        assertThat(page.locator("#line")).containsText("Connection lost");
        silent.set(false);
        assertThat(page.locator("#line"))
                .containsText("Connected again", new LocatorAssertions.ContainsTextOptions().setTimeout(8_000));
    }

    @Test
    void anAdministratorKeepsANumberOutAndLetsItInAgain() {
        Page page = desktop.signIn("admin", "en");
        Desktop.open(page, "/admin/blacklist.xhtml");
        page.fill("#number", "not a number");
        page.click("#add");
        assertThat(page.locator("#told")).containsText("Enter a number");
        page.fill("#number", "13900009999");
        page.fill("#reason", "<b>rude</b>");
        page.click("#add");
        assertThat(page.locator("#told")).containsText("13900009999 is on the blacklist");
        assertThat(page.locator("#table tbody tr").first()).containsText("<b>rude</b>");
        page.locator("#table tbody tr").first().locator("button").click();
        assertThat(page.locator("#told")).containsText("13900009999 is off the blacklist");
    }
}
