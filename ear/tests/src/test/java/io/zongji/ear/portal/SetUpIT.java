package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.simulator.AnswerPlan;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What an administrator sets up in the portal, calls follow at once. */
@ArquillianTest
@Timeout(180)
class SetUpIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String SALES_LINE = """
            {"schema": 1, "id": "sales-line", "name": "Sales line", "nodes": [
              {"type": "start", "id": "start", "label": "Start", "next": "sales"},
              {"type": "toAgent", "id": "sales", "label": "Sales", "queue": "sales", "overflow": "end"},
              {"type": "end", "id": "end", "label": "End"}]}""";
    private Desktop desktop;
    private Page page;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @BeforeEach
    void sitDown() {
        desktop = new Desktop();
        page = desktop.signIn("admin", "en");
        page.onDialog(Dialog::accept);
    }

    @AfterEach
    void leave() {
        assertThat(desktop.complaints()).isEmpty();
        desktop.close();
    }

    @Test
    void aNewNumberReachesANewAgentThroughANewQueue() throws Exception {
        begin("queues");
        fill("id", "sales");
        fill("name", "Sales");
        save("Sales is saved");

        begin("flows");
        fill("text", SALES_LINE);
        page.click("#publish");
        assertThat(page.locator("#told")).containsText("is published as version 1");

        begin("numbers");
        fill("number", "96000");
        page.selectOption("#flow", "sales-line");
        fill("agentAnnouncement", "say:Call for sales");
        save("96000 is saved");
        row("96000").getByText("Edit").click();
        assertThat(page.locator("#agentAnnouncement")).hasValue("say:Call for sales");

        begin("agents");
        fill("jobNumber", "2001");
        fill("name", "Ann");
        fill("extension", "9001");
        fill("phonePassword", "phone-secret");
        fill("loginPassword", "login-secret");
        page.getByLabel("Sales").check();
        page.check("#auto");
        save("Ann is saved");

        try (PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone ann = office.phone(new PhoneAccount("9001", "phone-secret", DeployedArchive.sip()))
                    .saying(Sound.tone(1100))
                    .onCall(AnswerPlan.after(Duration.ofMillis(200)));
            ann.register();
            ann.awaitRegistered(SOON);
            OutgoingCall call = Customer.of(trunk, "13800006000").call("96000");
            call.audio().awaitTone(1100, SOON);

            remove("queues", "Sales");
            assertThat(page.locator("#told")).containsText("a published flow sends callers there");
            remove("agents", "Ann");
            assertThat(page.locator("#told")).containsText("Sign the agent out first");
            call.hangUp();
            ann.unregister();
            ann.awaitUnregistered(SOON);
        }
    }

    @Test
    void whatIsWrongIsToldAtTheFieldAndNothingTypedIsLost() {
        begin("trunks");
        fill("name", "carrier");
        fill("networks", "10.0.0.0/33");
        page.click("#save");
        assertThat(page.locator("#told")).containsText("Addresses: 10.0.0.0/33 is no address");
        assertThat(page.locator("#networks")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#name[aria-invalid]")).hasCount(0);
        assertThat(page.locator("#name")).hasValue("carrier");

        begin("agents");
        fill("jobNumber", "1001");
        fill("name", "Again");
        fill("extension", "8001");
        fill("pin", "12");
        page.click("#save");
        assertThat(page.locator("#told")).containsText("1001 is there already");
        assertThat(page.locator("#told")).containsText("Extension 8001 belongs to");
        assertThat(page.locator("#told")).containsText("Password for the portal");
        assertThat(page.locator("#told")).containsText("PIN: 4 to 10 digits");
        assertThat(page.locator("#name")).hasValue("Again");
    }

    @Test
    void manyAgentsComeFromAFileAllOfThemOrNone() throws Exception {
        Desktop.open(page, "/admin/agents-import.xhtml");
        StringBuilder file = new StringBuilder("工号,姓名,分机,话机密码,技能组\n");
        for (int n = 0; n < 100; n++) {
            file.append("%d,坐席%d,%d,phone-secret,support%n".formatted(3000 + n, n, 7000 + n));
        }
        look(file + "3000,Again,7200,,nowhere\n");
        assertThat(page.locator(".import-problems")).containsText("Line 102, agent number: 3000 is in the file twice.");
        assertThat(page.locator(".import-problems")).containsText("Line 102, queues: there is no queue “nowhere”.");
        assertThat(page.locator("#add")).hasCount(0);

        look(file.toString());
        page.click("#add");
        // A hundred passwords are hashed, slowly on purpose; until then the button says what is being done.
        assertThat(page.locator("#add.ui-state-loading .ui-button-text")).hasCSS("opacity", "1");
        assertThat(page.locator("#told"))
                .containsText("100 agents are added", new LocatorAssertions.ContainsTextOptions().setTimeout(120_000));
        try (PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone last = office.phone(new PhoneAccount("7099", "phone-secret", DeployedArchive.sip()));
            last.register();
            last.awaitRegistered(SOON);
            last.unregister();
            last.awaitUnregistered(SOON);
        }
    }

    @Test
    void anAgentIsCreatedWithAllThatIsKnownAndFoundByIt() {
        begin("agents");
        fill("jobNumber", "2101");
        fill("name", "王小芳");
        fill("nickname", "Fang");
        fill("email", "wangfang");
        fill("mobile", "nobody");
        fill("extension", "9101");
        page.selectOption("#role", new SelectOption().setLabel("Team leader"));
        fill("phonePassword", "phone-secret");
        fill("loginPassword", "login-secret");
        page.locator("#served input").first().check();
        page.click("#save");
        assertThat(page.locator("#told")).containsText("E-mail: write an address");
        assertThat(page.locator("#told")).containsText("Mobile: write a telephone number");
        assertThat(page.locator("#nickname")).hasValue("Fang");
        fill("email", "wangfang@example.com");
        fill("mobile", "138 0013 8000");
        save("王小芳 is saved");
        assertThat(row("王小芳")).containsText("Team leader");
        assertThat(signsInAs("2101", "login-secret")).endsWith("/desk.xhtml");

        for (String asked : new String[] {"2101", "小芳", "fang", "wangfang@EXAMPLE", "13800138000", "9101"}) {
            page.fill("[data-search]", asked);
            page.keyboard().press("Enter");
            page.waitForURL("**search=*");
            assertThat(page.locator("#table tbody tr")).hasCount(1);
            assertThat(row("王小芳")).isVisible();
        }
        row("王小芳").getByText("Edit").click();
        assertThat(page.locator("#mobile")).hasValue("138 0013 8000");
        page.selectOption("#role", new SelectOption().setLabel("Agent"));
        save("王小芳 is saved");
        assertThat(page.locator("#table tbody tr")).hasCount(1);
        assertThat(row("王小芳")).not().containsText("Team leader");
    }

    private void look(String file) {
        page.setInputFiles("#file", new FilePayload("agents.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        page.click("#look");
    }

    @Test
    void anAgentForcedOfflineCannotSignInBeforeTheRightIsBack() throws Exception {
        Page desk = desktop.signIn("agent1018", "en");
        try (PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = office.phone(new PhoneAccount("8018", "extensions-secret", DeployedArchive.sip()));
            phone.register();
            phone.awaitRegistered(SOON);
            desk.keyboard().press("Alt+1");
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");

            Desktop.open(page, "/admin/agents.xhtml");
            page.click("[data-withdraw='1018']");
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "SIGNED_OUT");
            assertThat(desk.locator(".notice[data-tag=forced]")).containsText("has signed you out");
            desk.keyboard().press("Alt+1");
            assertThat(desk.locator(".notice[data-tag=state]"))
                    .containsText("An administrator has to let you sign in again");

            page.click("[data-give-back='1018']");
            assertThat(page.locator("#told")).containsText("may sign in again");
            desk.keyboard().press("Alt+1");
            assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
            desk.context().close();
            Page live = desktop.signIn("supervisor", "en");
            assertThat(live.locator(".agent-group.is-lost [data-agent='1018']")).isVisible();
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    @Test
    void aNewUserSignsInAndALockedOneDoesNot() {
        begin("users");
        fill("login", "boss");
        fill("name", "The boss");
        fill("password", "bosses-secret");
        save("boss is saved");
        assertThat(signsInAs("boss", "bosses-secret")).endsWith("/live.xhtml");

        Desktop.open(page, "/admin/users.xhtml");
        row("boss").getByText("Edit").click();
        page.uncheck("#enabled");
        save("boss is saved");
        assertThat(signsInAs("boss", "bosses-secret")).doesNotEndWith("/live.xhtml");

        row("admin").getByText("Edit").click();
        page.uncheck("#enabled");
        page.click("#save");
        assertThat(page.locator("#told")).containsText("lock yourself out");
    }

    private String signsInAs(String login, String password) {
        Page window = desktop.window("en");
        window.navigate(DeployedArchive.portal("/").toString());
        window.fill("[name=j_username]", login);
        window.fill("[name=j_password]", password);
        window.keyboard().press("Enter");
        window.waitForURL(url -> url.contains("live.xhtml") || url.contains("desk.xhtml") || url.endsWith("/sign-in"));
        String address = window.url();
        window.context().close();
        return address;
    }

    private void begin(String section) {
        Desktop.open(page, "/admin/" + section + ".xhtml");
        page.click("#begin");
        page.waitForSelector("#editor");
    }

    private void fill(String field, String text) {
        page.fill("#" + field, text);
    }

    private void save(String told) {
        page.click("#save");
        assertThat(page.locator("#told")).containsText(told);
    }

    private void remove(String section, String name) {
        Desktop.open(page, "/admin/" + section + ".xhtml");
        row(name).getByText("Remove").click();
    }

    private Locator row(String name) {
        return page.locator("#table tbody tr", new Page.LocatorOptions().setHasText(name));
    }
}
