package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.OfficePhone;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.regex.Pattern;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A supervisor looks after an agent: sets the state, listens, whispers, leaves, ends the call; all of it is in the audit log. */
@ArquillianTest
@Timeout(180)
class TeamIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int SUPERVISOR = 1900;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void aSupervisorLooksAfterAnAgent() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone agentsPhone = OfficePhone.register(office, "8003", AGENT);
            SimulatedPhone supervisorsPhone = OfficePhone.register(office, "8006", SUPERVISOR);
            Page desk = desktop.signIn("agent1003", "en");
            Page team = desktop.signIn("supervisor", "en");
            Desktop.open(team, "/team.xhtml");
            ready(desk);

            setState(team, desk);
            sendMessage(team, desk);
            OutgoingCall customer = Customer.of(trunk, "13800007777")
                    .saying(Sound.tone(CUSTOMER))
                    .call("support");
            IncomingCall agent = agentsPhone.awaitRinging(SOON);
            await().atMost(SOON).until(() -> agent.audio().hears(CUSTOMER));
            ordinaryAgentsMayNot(team.locator(".agent-call a").getAttribute("href"));
            askForHelp(desk, team);
            listenAndWhisper(team, supervisorsPhone, customer, agent);
            endTheCall(team);
            customer.awaitEnded(SOON);
            agent.awaitEnded(SOON);

            auditTells(desktop);
            assertThat(desktop.complaints()).isEmpty();
            for (SimulatedPhone phone : new SimulatedPhone[] {agentsPhone, supervisorsPhone}) {
                phone.unregister();
                phone.awaitUnregistered(SOON);
            }
        }
    }

    /** From the search to the end of the call: the agent is opened, the call taken over and ended without a mouse. */
    @Test
    void aSupervisorTakesACallOverByKeyboardAlone() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone agentsPhone = OfficePhone.register(office, "8003", AGENT);
            SimulatedPhone supervisorsPhone = OfficePhone.register(office, "8006", SUPERVISOR);
            Page desk = desktop.signIn("agent1003", "en");
            ready(desk);
            Page team = desktop.signIn("supervisor", "en");
            Desktop.open(team, "/team.xhtml");
            OutgoingCall customer = Customer.of(trunk, "13800007778")
                    .saying(Sound.tone(CUSTOMER))
                    .call("support");
            IncomingCall agent = agentsPhone.awaitRinging(SOON);

            assertThat(team.locator("#team-tiles [data-agent='1003']")).containsText("13800007778");
            openByKeyboard(team);
            takeOverByKeyboard(team);
            supervisorsPhone.awaitRinging(SOON);
            agent.awaitEnded(SOON);
            assertThat(team.locator("[data-supervising=INTERCEPT]")).containsText("13800007778");
            await().atMost(SOON).until(() -> customer.audio().hears(SUPERVISOR));
            team.locator("[data-act=leave]").press("Enter");
            customer.awaitEnded(SOON);
            assertThat(team.locator("[data-supervising]")).hasCount(0);
            ownCallsNameTheOther(desk, supervisorsPhone);
            assertThat(desktop.complaints()).isEmpty();
            for (SimulatedPhone phone : new SimulatedPhone[] {agentsPhone, supervisorsPhone}) {
                phone.unregister();
                phone.awaitUnregistered(SOON);
            }
        }
    }

    /** Whatever state an earlier call has left the agent in. */
    private static void ready(Page desk) {
        boolean out = "SIGNED_OUT".equals(desk.locator("[data-state]").getAttribute("data-state"));
        desk.keyboard().press(out ? "Alt+0" : "Alt+1");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
    }

    private static void openByKeyboard(Page team) {
        team.keyboard().press("/");
        team.keyboard().type("1003");
        assertThat(team.locator("#team-tiles .tile")).hasCount(1);
        team.keyboard().press("Enter");
        assertThat(team.locator(".agent-panel [data-act=close]")).isFocused();
        team.keyboard().press("Escape");
        assertThat(team.locator(".agent-panel")).hasCount(0);
        assertThat(team.locator("#team-tiles [data-agent='1003']")).isFocused();
        team.keyboard().press("Enter");
        assertThat(team.locator(".agent-panel [data-act=close]")).isFocused();
    }

    private static void takeOverByKeyboard(Page team) {
        Locator takeOver = team.locator(".agent-panel [data-service=INTERCEPT]");
        assertThat(takeOver).isEnabled();
        // Close, the number, three ways to take part.
        for (int tabs = 0; tabs < 6 && !isFocused(takeOver); tabs++) {
            team.keyboard().press("Tab");
        }
        assertThat(takeOver).isFocused();
        team.keyboard().press("Enter");
        assertThat(team.locator("dialog [name=phone]")).isFocused();
        team.keyboard().type("8006");
        team.keyboard().press("Enter");
    }

    private static boolean isFocused(Locator element) {
        return (boolean) element.evaluate("one => document.activeElement === one");
    }

    /** Among the agent's own calls, those that the agent made are told by who was called. */
    private static void ownCallsNameTheOther(Page desk, SimulatedPhone other) {
        desk.keyboard().press("Alt+1");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        desk.locator("[data-colleague='1006']").click();
        IncomingCall called = other.awaitRinging(SOON);
        called.awaitTalking(SOON);
        called.hangUp();
        await().atMost(SOON).until(() -> "8006"
                .equals(desk.evaluate("() => fetch('/zongji/desk/contacts?own=')"
                        + ".then(answer => answer.json()).then(list => list[0]?.from)")));
    }

    private static void setState(Page team, Page desk) {
        team.locator("#team-search").fill("1003");
        assertThat(team.locator("#team-tiles .tile")).hasCount(1);
        team.locator("#team-tiles [data-agent='1003']").click();
        assertThat(team.locator(".agent-panel")).containsText("Ready");
        team.locator("[data-force=BUSY]").click();
        String reason = team.locator(".agent-panel [data-reason]").first().textContent();
        team.locator(".agent-panel [data-reason]").first().click();
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "BUSY");
        assertThat(desk.locator("[data-state]")).containsText(reason);
        assertThat(desk.locator(".notice[data-tag=forced]")).containsText("has set you to Busy");
        assertThat(team.locator("#team-tiles [data-agent='1003']")).containsText(reason);
        team.locator("[data-force=READY]").click();
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
    }

    /** It is there until it is read, whatever becomes of the page. */
    private static void sendMessage(Page team, Page desk) {
        team.locator(".agent-panel [name=message]").fill("Cake in the kitchen");
        team.locator(".agent-panel [data-act=send]").click();
        assertThat(desk.locator("[data-message]")).containsText("Cake in the kitchen");
        desk.reload();
        assertThat(desk.locator("[data-message]")).containsText("Cake in the kitchen");
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
        desk.locator("[data-message] [data-act=read]").click();
        assertThat(desk.locator("[data-message]")).hasCount(0);
    }

    private static void askForHelp(Page desk, Page team) {
        desk.locator("[data-act=hand]").click();
        assertThat(desk.locator("[data-act=hand]")).hasAttribute("aria-pressed", "true");
        assertThat(team.locator("[data-hand='1003']")).containsText("13800007777");
    }

    @Test
    void aQueueWithoutAReadyAgentRaisesAnAlarmUntilTheThresholdIsGone() {
        try (Desktop desktop = new Desktop()) {
            Page admin = desktop.signIn("admin", "en");
            setThreshold(admin, "1");
            Page team = desktop.signIn("supervisor", "en");
            Desktop.open(team, "/team.xhtml");
            assertThat(team.locator("[data-alarm=NOBODY_READY]").first()).isVisible();
            assertThat(team.locator("[data-service-state=UP]").first()).isVisible();
            assertThat(team.locator(".team-history .history li").first()).isVisible();

            setThreshold(admin, "0");
            assertThat(team.locator("[data-alarm]")).hasCount(0);
            assertThat(desktop.complaints()).isEmpty();
        }
    }

    private static void setThreshold(Page admin, String seconds) {
        Desktop.open(admin, "/admin/queues.xhtml");
        admin.locator("#table_data tr", new Page.LocatorOptions().setHasText("support"))
                .locator("button")
                .first()
                .click();
        admin.locator("#alarmNobody").fill(seconds);
        admin.locator("#save").click();
        assertThat(admin.locator(".done")).isVisible();
    }

    private static void listenAndWhisper(Page team, SimulatedPhone phone, OutgoingCall customer, IncomingCall agent) {
        team.locator("[data-hand='1003'] [data-act=take-hand]").click();
        team.locator("dialog [name=phone]").fill("8006");
        team.locator("dialog button.primary").click();
        IncomingCall supervisor = phone.awaitRinging(SOON);
        assertThat(team.locator("[data-supervising=LISTEN]")).containsText("13800007777");
        await().atMost(SOON)
                .until(() -> supervisor.audio().hearsAmongOthers(CUSTOMER)
                        && supervisor.audio().hearsAmongOthers(AGENT));
        assertThat(customer.audio().hears(AGENT)).isTrue();
        assertThat(agent.audio().hears(CUSTOMER)).isTrue();

        // Who supervises sees it on the live view as well.
        team.locator("[data-supervising] [data-mode=WHISPER]").click();
        assertThat(team.locator("[data-supervising=WHISPER]")).isVisible();
        await().atMost(SOON).until(() -> agent.audio().hearsAmongOthers(SUPERVISOR));
        assertThat(customer.audio().hears(AGENT)).isTrue();
        Desktop.open(team, "/live.xhtml");
        assertThat(team.locator("[data-supervising=WHISPER]")).isVisible();
        team.locator("[data-act=leave]").click();
        supervisor.awaitEnded(SOON);
        assertThat(team.locator("[data-supervising]")).hasCount(0);
    }

    private static void endTheCall(Page team) {
        Desktop.open(team, "/team.xhtml?agent=1003");
        team.locator("[data-service=RELEASE]").click();
        assertThat(team.locator("dialog[open]")).containsText("13800007777");
        team.locator("[data-act=release]").click();
    }

    private static void ordinaryAgentsMayNot(String link) throws IOException, InterruptedException {
        String call = link.replaceFirst(".*id=", "");
        assertThat(post("/api/calls/" + call + "/services", "{\"service\": \"RELEASE\"}"))
                .startsWith("403")
                .contains("notPermitted");
        assertThat(post("/api/agents/1004/state", "{\"state\": \"REST\"}"))
                .startsWith("403")
                .contains("notPermitted");
    }

    private static void auditTells(Desktop desktop) {
        Page admin = desktop.signIn("admin", "en");
        Desktop.open(admin, "/admin/audit.xhtml?about=1003");
        for (String deed : new String[] {
            "Ended a call", "Left a call", "Whispered into a call", "Listened to a call", "Set an agent’s state"
        }) {
            assertThat(admin.locator("#table_data tr")
                            .filter(new Locator.FilterOptions().setHasText(deed))
                            .first())
                    .containsText(Pattern.compile("supervisor.*Done", Pattern.DOTALL));
        }
        Desktop.open(admin, "/admin/audit.xhtml?login=agent1003&action=RELEASE");
        assertThat(admin.locator("#table_data tr").first()).containsText("You do not have the right to do this.");
    }

    /** Status and body of the answer to an ordinary agent. */
    private static String post(String path, String json) throws IOException, InterruptedException {
        String secret = Base64.getEncoder()
                .encodeToString(("agent1003:" + Desktop.passwordOf("agent1003")).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(DeployedArchive.portal(path).toString()))
                                .header("Authorization", "Basic " + secret)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() + " " + answer.body();
    }
}
