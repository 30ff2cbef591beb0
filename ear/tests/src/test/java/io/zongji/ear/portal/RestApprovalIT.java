package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.OfficePhone;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
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

/** Where a rest has to be allowed, an agent asks for it at the desk, or by a program, and a supervisor decides on the team page. */
@ArquillianTest
@Timeout(180)
class RestApprovalIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String STATE = "[data-state]";
    private static final String ASKED = "[data-rest-asked]";
    private static final String REQUEST = "[data-rest='1015']";

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void anAgentAsksForARestAndASupervisorRefusesOrAllowsIt() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = OfficePhone.register(office, "8015", 1100);
            SimulatedPhone other = OfficePhone.register(office, "8019", 1500);
            Page admin = desktop.signIn("admin", "en");
            Page desk = desktop.signIn("agent1015", "en");
            Page team = desktop.signIn("supervisor", "en");
            restHasToBeAllowed(admin, true);
            try {
                // Whatever state an earlier try has left the agent in.
                boolean out = "SIGNED_OUT".equals(desk.locator(STATE).getAttribute("data-state"));
                press(desk, out ? "Alt+0" : "Alt+1", "IDLE");
                asksAndTakesBack(desk, team);
                Desktop.open(team, "/team.xhtml");
                isRefused(desk, team);
                isAllowedDuringACall(desk, team, phone.call("8019"));
                whoSignsOutAsksForNothing(desk, team);
            } finally {
                restHasToBeAllowed(admin, false);
            }
            press(desk, "Alt+0", "IDLE");
            press(desk, "Alt+3", "REST");
            press(desk, "Alt+0", "SIGNED_OUT");
            auditTells(admin);
            assertThat(desktop.complaints()).isEmpty();
            for (SimulatedPhone each : new SimulatedPhone[] {phone, other}) {
                each.unregister();
                each.awaitUnregistered(SOON);
            }
        }
    }

    /** The supervisor, who is on another page, is told as long as the agent asks. */
    private static void asksAndTakesBack(Page desk, Page team) {
        desk.keyboard().press("Alt+3");
        assertThat(desk.locator(ASKED)).containsText("Asked for rest");
        assertThat(desk.locator(STATE)).hasAttribute("data-state", "IDLE");
        assertThat(team.locator("#notices")).containsText("asks for a rest");
        desk.locator("[data-ask=TAKE_BACK]").click();
        assertThat(desk.locator(ASKED)).hasCount(0);
        assertThat(team.locator("#notices .notice")).hasCount(0);
    }

    private static void isRefused(Page desk, Page team) throws IOException, InterruptedException {
        assertThat(post("/api/me/state", "{\"action\": \"REST\", \"reason\": \"meal\"}"))
                .isEqualTo(202);
        assertThat(desk.locator(ASKED)).containsText("Meal");
        assertThat(team.locator(REQUEST)).containsText("Meal");
        assertThat(post("/api/rest-requests/1015", "{\"allowed\": true}"))
                .as("nobody allows the own rest")
                .isEqualTo(403);
        team.locator(REQUEST + " [data-act=refuse-rest]").focus();
        team.keyboard().press("Enter");
        assertThat(team.locator(REQUEST)).hasCount(0);
        assertThat(desk.locator(".notice[data-tag=forced]")).containsText("has refused the rest");
        assertThat(desk.locator(ASKED)).hasCount(0);
        assertThat(desk.locator(STATE)).hasAttribute("data-state", "IDLE");
    }

    private static void isAllowedDuringACall(Page desk, Page team, OutgoingCall call) {
        assertThat(desk.locator(STATE)).hasAttribute("data-state", "TALKING");
        desk.locator("[data-ask=REST]").click();
        desk.locator("[data-reason=break]").click();
        assertThat(team.locator(REQUEST)).containsText("Short break");
        assertThat(desk.locator("[data-ask=REST]")).hasAttribute("aria-pressed", "false");
        team.locator(REQUEST + " [data-act=allow-rest]").focus();
        team.keyboard().press("Enter");
        assertThat(team.locator("#notices")).containsText("rests when the call is over");
        assertThat(desk.locator(".notice[data-tag=forced]")).containsText("has allowed the rest");
        assertThat(desk.locator("[data-ask=REST]")).hasAttribute("aria-pressed", "true");
        assertThat(desk.locator(ASKED)).hasCount(0);
        call.hangUp();
        assertThat(desk.locator(STATE)).hasAttribute("data-state", "REST");
        assertThat(desk.locator(STATE)).containsText("Short break");
    }

    private static void whoSignsOutAsksForNothing(Page desk, Page team) {
        press(desk, "Alt+1", "IDLE");
        desk.keyboard().press("Alt+3");
        assertThat(team.locator(REQUEST)).hasCount(1);
        press(desk, "Alt+0", "SIGNED_OUT");
        assertThat(team.locator(REQUEST)).hasCount(0);
        assertThat(desk.locator(ASKED)).hasCount(0);
    }

    private static void auditTells(Page admin) {
        Desktop.open(admin, "/admin/audit.xhtml?about=1015");
        for (String deed : new String[] {"Allowed a rest", "Refused a rest"}) {
            assertThat(admin.locator("#table_data tr")
                            .filter(new Locator.FilterOptions().setHasText(deed))
                            .filter(new Locator.FilterOptions().setHasText("Done")))
                    .containsText(Pattern.compile("supervisor", Pattern.DOTALL));
        }
    }

    private static void press(Page desk, String keys, String state) {
        desk.keyboard().press(keys);
        assertThat(desk.locator(STATE)).hasAttribute("data-state", state);
    }

    private static void restHasToBeAllowed(Page admin, boolean approval) {
        Desktop.open(admin, "/admin/agent-rules.xhtml");
        admin.setChecked("#restApproval", approval);
        admin.click("#saveRules");
        assertThat(admin.locator("#told .done")).isVisible();
    }

    /** The status of the answer to the agent. */
    private static int post(String path, String json) throws IOException, InterruptedException {
        String secret = Base64.getEncoder()
                .encodeToString(("agent1015:" + Desktop.passwordOf("agent1015")).getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        URI.create(DeployedArchive.portal(path).toString()))
                                .header("Authorization", "Basic " + secret)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
