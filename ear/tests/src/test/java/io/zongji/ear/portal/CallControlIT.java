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
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent holds, consults and hands over by buttons, a supervisor takes part, and a program asks the same by REST. */
@ArquillianTest
@Timeout(180)
class CallControlIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CUSTOMER = 700;
    private static final int AGENT = 1100;
    private static final int COLLEAGUE = 1500;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void servicesAreAskedByButtonsAndByPrograms() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone agentsPhone = OfficePhone.register(office, "8003", AGENT);
            SimulatedPhone colleaguesPhone = OfficePhone.register(office, "8004", COLLEAGUE);
            SimulatedPhone supervisorsPhone = OfficePhone.register(office, "8006", 1900);
            Page desk = desktop.signIn("agent1003", "en");
            Page live = desktop.signIn("supervisor", "en");
            // Whatever state an earlier call has left the agent in.
            boolean out = "SIGNED_OUT".equals(desk.locator("[data-state]").getAttribute("data-state"));
            desk.keyboard().press(out ? "Alt+0" : "Alt+1");
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
            OutgoingCall customer = Customer.of(trunk, "13800006666")
                    .saying(Sound.tone(CUSTOMER))
                    .call("support");
            IncomingCall agent = agentsPhone.awaitRinging(SOON);
            hears(agent, CUSTOMER);

            holdAndRetrieve(desk, customer);
            IncomingCall supervisor = listen(live, supervisorsPhone);
            IncomingCall colleague = consultAndHandOver(desk, colleaguesPhone);
            hears(customer, COLLEAGUE);
            await("the supervisor hears both")
                    .atMost(SOON)
                    .until(() -> supervisor.audio().hearsAmongOthers(CUSTOMER)
                            && supervisor.audio().hearsAmongOthers(COLLEAGUE));
            agent.awaitEnded(SOON);
            askByRest();

            customer.hangUp();
            colleague.awaitEnded(SOON);
            supervisor.awaitEnded(SOON);
            assertThat(desktop.complaints()).isEmpty();
            for (SimulatedPhone phone : new SimulatedPhone[] {agentsPhone, colleaguesPhone, supervisorsPhone}) {
                phone.unregister();
                phone.awaitUnregistered(SOON);
            }
        }
    }

    private static void holdAndRetrieve(Page desk, OutgoingCall customer) {
        desk.locator("[data-service=HOLD]").click();
        assertThat(desk.locator("[data-service=RETRIEVE]")).isVisible();
        await().atMost(SOON).until(() -> !customer.audio().hears(AGENT));
        desk.locator("[data-service=RETRIEVE]").click();
        assertThat(desk.locator("[data-service=HOLD]")).isVisible();
        hears(customer, AGENT);
    }

    private static IncomingCall listen(Page live, SimulatedPhone phone) {
        live.locator(".call-line [data-act=supervise]").first().click();
        live.locator(".call-line [data-mode=LISTEN]").first().click();
        live.locator("dialog [name=phone]").fill("8006");
        live.locator("dialog button.primary").click();
        IncomingCall supervisor = phone.awaitRinging(SOON);
        supervisor.awaitTalking(SOON);
        await().atMost(SOON).until(() -> supervisor.audio().hearsAmongOthers(CUSTOMER));
        return supervisor;
    }

    private static IncomingCall consultAndHandOver(Page desk, SimulatedPhone phone) {
        desk.locator(".dial [data-service=CONSULT]").click();
        assertThat(desk.locator("#notices")).containsText("Enter the number or extension");
        desk.locator(".dial input").fill("8004");
        desk.keyboard().press("Enter");
        IncomingCall colleague = phone.awaitRinging(SOON);
        hears(colleague, AGENT);
        assertThat(desk.locator("[data-service=CONFERENCE]")).isVisible();
        desk.locator("[data-service=TRANSFER]").click();
        hears(colleague, CUSTOMER);
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "WRAP_UP");
        return colleague;
    }

    private static void askByRest() throws IOException, InterruptedException {
        String bad = services("agent1003", "{\"service\": \"DANCE\"}", 400);
        assertThat(bad).contains("service: 'DANCE' is none of");
        assertThat(services("agent1003", "{\"service\": \"HOLD\"}", 409)).contains("noSuchCall");
        assertThat(services("agent1003", "{\"service\": \"JOIN\", \"mode\": \"LISTEN\", \"device\": \"8003\"}", 403))
                .contains("notPermitted");
    }

    /** Asks a call that never was. */
    private static String services(String login, String json, int status) throws IOException, InterruptedException {
        URI address = URI.create(DeployedArchive.portal("/api/calls/01M7Y6YSQY5T7TKH7PJGBDHQK5/services")
                .toString());
        String secret = Base64.getEncoder()
                .encodeToString((login + ":" + Desktop.passwordOf(login)).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Basic " + secret)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static void hears(PhoneCall party, int tone) {
        await("hears " + tone).atMost(SOON).until(() -> party.audio().hears(tone));
    }
}
