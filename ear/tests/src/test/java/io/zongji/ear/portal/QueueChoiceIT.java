package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.OfficePhone;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the administrator decides about choosing queues holds for an agent's page from when it is loaded next. */
@ArquillianTest
@Timeout(180)
class QueueChoiceIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String CHOICE = "[data-choice=queues]";
    private static final String RESET = "[data-ask=CHOOSE_QUEUES]";

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void anAgentWhosePageIsLoadedAnewIsAskedWhichQueuesAndAnOlderPageIsNot() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = OfficePhone.register(office, "8009", 1100);
            Page admin = desktop.signIn("admin", "en");
            signInIs(admin, "AGENT_DECIDES");
            Page desk = desktop.signIn("agent1009", "en");
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "SIGNED_OUT");
            signInIs(admin, "ALL_CHOSEN");
            try {
                press(desk, "Alt+0", "IDLE");
                assertThat(desk.locator(CHOICE)).hasCount(0);
                press(desk, "Alt+0", "SIGNED_OUT");

                desk.reload();
                desk.keyboard().press("Alt+0");
                assertThat(desk.locator(CHOICE)).isVisible();
                assertThat(desk.locator(CHOICE)).containsText("Support");
                desk.locator(CHOICE + " button[value=yes]").click();
                assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
                press(desk, "Alt+0", "SIGNED_OUT");
            } finally {
                signInIs(admin, "AGENT_DECIDES");
            }
            assertThat(desktop.complaints()).isEmpty();
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    @Test
    void theRightToChangeQueuesIsThereInANewCompanyAndGoesAndComesWithTheAdministrator() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = OfficePhone.register(office, "8008", 1100);
            Page admin = desktop.signIn("admin", "en");
            servesTwoQueues(admin);
            Page desk = desktop.signIn("agent1008", "en");
            press(desk, "Alt+0", "IDLE");
            desk.locator(RESET).click();
            desk.locator(CHOICE).getByLabel("Support").uncheck();
            desk.locator(CHOICE + " button[value=yes]").click();
            assertThat(desk.locator("#notices")).containsText("queues");

            may(admin, false);
            assertThat(desk.locator(RESET)).hasCount(1);
            desk.reload();
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
            assertThat(desk.locator(RESET)).hasCount(0);

            may(admin, true);
            desk.reload();
            assertThat(desk.locator(RESET)).hasCount(1);
            press(desk, "Alt+0", "SIGNED_OUT");
            assertThat(desktop.complaints()).isEmpty();
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    private static void press(Page desk, String keys, String state) {
        desk.keyboard().press(keys);
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", state);
    }

    private static void signInIs(Page admin, String way) {
        Desktop.open(admin, "/admin/agent-rules.xhtml");
        admin.selectOption("#skillSignIn", way);
        admin.click("#saveRules");
        assertThat(admin.locator("#told .done")).isVisible();
    }

    private static void servesTwoQueues(Page admin) {
        Desktop.open(admin, "/admin/queues.xhtml");
        if (admin.locator("#table_data").textContent().contains("Second queue")) {
            return;
        }
        admin.click("#begin");
        admin.fill("#id", "second");
        admin.fill("#name", "Second queue");
        admin.click("#save");
        assertThat(admin.locator("#told .done")).isVisible();
        edit(admin);
        admin.getByLabel("Second queue").check();
        save(admin);
    }

    private static void may(Page admin, boolean reset) {
        edit(admin);
        admin.setChecked("#resetQueues", reset);
        save(admin);
    }

    private static void edit(Page admin) {
        Desktop.open(admin, "/admin/agents.xhtml");
        admin.locator("#table tbody tr", new Page.LocatorOptions().setHasText("1008"))
                .getByText("Edit")
                .click();
        admin.waitForSelector("#editor");
    }

    private static void save(Page admin) {
        admin.click("#save");
        assertThat(admin.locator("#told .done")).isVisible();
    }
}
