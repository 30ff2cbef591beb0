package io.zongji.ear.webrtc;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.OfficePhone;
import io.zongji.ear.portal.Desktop;
import io.zongji.ear.portal.TokenDesk;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneAccount;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The sample page of another application, at an origin of its own, is an agent's whole telephone. */
@ArquillianTest
@Timeout(240)
class EmbeddedToolbarIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int PAGE_TONE = 700;
    private static final int COLLEAGUE_TONE = 1500;
    private static final int CUSTOMER_TONE = 1100;
    private static final String CUSTOMER = "13800008888";

    @TempDir
    private Path folder;

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void anotherApplicationAnswersHoldsAndTransfersACall() throws Exception {
        try (OtherApplication crm = new OtherApplication();
                Desktop desktop = new Desktop();
                ToneBrowser browser = ToneBrowser.chromium(folder, PAGE_TONE);
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            TokenDesk tokens = new TokenDesk(desktop);
            String token = tokens.make("CRM", "agent", "1011", crm.origin());
            SimulatedPhone colleague = OfficePhone.register(office, "8012", COLLEAGUE_TONE);
            Page page = browser.profile(new Browser.NewContextOptions().setLocale("en"))
                    .newPage();
            List<String> failures = Collections.synchronizedList(new ArrayList<>());
            page.onPageError(failures::add);
            connect(page, crm, token);

            OutgoingCall customer = Customer.of(trunk, CUSTOMER)
                    .saying(Sound.tone(CUSTOMER_TONE))
                    .call("support");
            assertThat(page.locator("#customer")).containsText("Li Na");
            press(page, "answer");
            hears(customer, PAGE_TONE);

            press(page, "hold");
            await().atMost(SOON).until(() -> !customer.audio().hears(PAGE_TONE));
            press(page, "retrieve");
            hears(customer, PAGE_TONE);

            page.locator("zongji-toolbar input[name=target]").fill("8012");
            press(page, "transfer");
            IncomingCall colleaguesCall = colleague.awaitRinging(SOON);
            hears(customer, COLLEAGUE_TONE);
            assertThat(page.locator("#customer")).hasAttribute("data-state", "over");
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "WRAP_UP");
            toldInOrder(page);

            customer.hangUp();
            colleaguesCall.awaitEnded(SOON);
            press(page, "setReady");
            press(page, "signOut");
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "SIGNED_OUT");
            assertThat(failures).isEmpty();
            revokedTokensAreWorthNothing(page, tokens, token);
            colleague.unregister();
            colleague.awaitUnregistered(SOON);
        }
    }

    @Test
    void anotherApplicationMakesACall() throws Exception {
        try (OtherApplication crm = new OtherApplication();
                Desktop desktop = new Desktop();
                ToneBrowser browser = ToneBrowser.chromium(folder, PAGE_TONE);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            String token = new TokenDesk(desktop).make("Dialler", "agent", "1011", crm.origin());
            SimulatedPhone colleague = office.phone(
                            new PhoneAccount("8012", "extensions-secret", DeployedArchive.sip()))
                    .saying(Sound.tone(COLLEAGUE_TONE));
            colleague.register();
            colleague.awaitRegistered(SOON);
            Page page = browser.profile(new Browser.NewContextOptions().setLocale("en"))
                    .newPage();
            connect(page, crm, token);

            page.locator("zongji-toolbar input[name=target]").fill("8012");
            press(page, "make");
            IncomingCall rings = colleague.awaitRinging(SOON);
            // Nobody calls this agent: it is the other phone that rings, and the number is the one that was dialled.
            assertThat(page.locator("zongji-toolbar .call .number")).hasText("8012");
            assertThat(page.locator("zongji-toolbar [data-call]")).hasAttribute("data-ringing", "false");
            assertThat(page.locator("zongji-toolbar .call")).not().containsText("Answer at your phone");
            assertThat(page.locator("#customer")).hasText("No customer is calling.");
            rings.answer();
            await().atMost(SOON).until(() -> rings.audio().hears(PAGE_TONE));
            assertThat(page.locator("zongji-toolbar .call .number")).hasText("8012");
            press(page, "hangUp");
            rings.awaitEnded(SOON);
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "IDLE");
            press(page, "signOut");
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "SIGNED_OUT");
            colleague.unregister();
            colleague.awaitUnregistered(SOON);
        }
    }

    @Test
    void aPageOfAnotherApplicationWhoseLinesHaveDiedUnnoticedIsSoonAPhoneAgain() throws Exception {
        try (OtherApplication crm = new OtherApplication();
                Desktop desktop = new Desktop();
                ToneBrowser browser = ToneBrowser.chromium(folder, PAGE_TONE);
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0)) {
            String token = new TokenDesk(desktop).make("At home", "agent", "1011", crm.origin());
            Page page = browser.profile(new Browser.NewContextOptions().setLocale("en"))
                    .newPage();
            PageLines lines = PageLines.of(page);
            connect(page, crm, token);
            OutgoingCall customer = Customer.of(trunk, CUSTOMER)
                    .saying(Sound.tone(CUSTOMER_TONE))
                    .call("support");
            press(page, "answer");
            hearsOverLine(1, lines, customer);

            lines.loseUnnoticed();

            hearsOverLine(2, lines, customer);
            press(page, "hangUp");
            customer.awaitEnded(SOON);
            press(page, "setReady");
            press(page, "signOut");
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "SIGNED_OUT");
        }
    }

    @Test
    void aPageOfAnotherApplicationSaysThatNoVoiceGetsThrough() throws Exception {
        try (OtherApplication crm = new OtherApplication();
                Desktop desktop = new Desktop();
                ToneBrowser browser = ToneBrowser.chromium(folder, PAGE_TONE);
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0)) {
            String token = new TokenDesk(desktop).make("In a hotel", "agent", "1011", crm.origin());
            Page page = browser.profile(new Browser.NewContextOptions().setLocale("en"))
                    .newPage();
            ToneBrowser.letNoVoiceOut(page);
            connect(page, crm, token);
            OutgoingCall customer = Customer.of(trunk, CUSTOMER).call("support");
            press(page, "answer");
            assertThat(page.locator("zongji-toolbar .voice")).containsText("No voice gets through");

            press(page, "hangUp");
            customer.awaitEnded(SOON);
            assertThat(page.locator("zongji-toolbar .voice")).hasCount(0);
            // The next caller would not be heard either.
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "BUSY");
            press(page, "signOut");
            assertThat(page.locator("zongji-toolbar [data-state]")).hasAttribute("data-state", "SIGNED_OUT");
        }
    }

    @Test
    void programsMayDoWhatTheirTokensAllow() throws Exception {
        try (Desktop desktop = new Desktop()) {
            TokenDesk tokens = new TokenDesk(desktop);
            String agent = tokens.make("Agent's program", "agent", "1013", "https://crm.example.com");
            String reader = tokens.make("Reader", "integrator", "", "");

            assertThat(ask(agent, "/me", null, null, 200)).contains("\"id\":\"1013\"", "\"roles\":[\"agent\"]");
            assertThat(ask(agent, "/me", null, "https://crm.example.com", 200)).contains("1013");
            assertThat(ask(agent, "/me", null, "https://evil.example.com", 403)).contains("may not use this token");
            assertThat(ask(agent.replaceFirst(".$", "~"), "/me", null, null, 401))
                    .contains("signIn");
            assertThat(ask(agent, "/slee/router", null, null, 403)).contains("notPermitted");
            assertThat(ask(reader, "/agents/1013", null, null, 200)).contains("\"reason\"");
            assertThat(ask(agent, "/agents/1001", null, null, 200)).doesNotContain("\"reason\"");
            assertThat(ask(reader, "/me/state", "{\"action\": \"BUSY\"}", null, 403))
                    .contains("notPermitted");
            String force = "/calls/01M7Y6YSQY5T7TKH7PJGBDHQK5/services";
            assertThat(ask(agent, force, "{\"service\": \"CLEAR_CONNECTION\", \"device\": \"8001\"}", null, 403))
                    .contains("notPermitted");
            String once = "{\"action\": \"SIGN_IN\", \"commandId\": \"" + UUID.randomUUID() + "\"}";
            String first = ask(agent, "/me/state", once, null, 409);
            assertThat(first).contains("phoneNotRegistered");
            assertThat(ask(agent, "/me/state", once, null, 409)).isEqualTo(first);
            assertThat(ask(agent, "/me/state", once.replace("SIGN_IN", "REST"), null, 409))
                    .contains("commandIdReused");
        }
    }

    /** @return the body, once the status is what it should be */
    private static String ask(String token, String path, String json, String origin, int status) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(DeployedArchive.portal("/api") + path))
                .header("Authorization", "Bearer " + token);
        if (origin != null) {
            request.header("Origin", origin);
        }
        if (json != null) {
            request.header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json));
        }
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private static void connect(Page page, OtherApplication crm, String token) {
        page.navigate(crm.page().toString());
        page.fill("[name=server]", DeployedArchive.portal("").toString());
        page.fill("[name=token]", token);
        page.check("[name=phone]");
        page.keyboard().press("Enter");
        assertThat(page.locator("zongji-toolbar [data-state]")).isVisible();
        // The phone registers in its own time; until then the sign-in is refused with a reason. Lines that a test
        // watches say something when the page is asked.
        await().pollInSameThread()
                .atMost(SOON)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    String state = page.locator("zongji-toolbar [data-state]").getAttribute("data-state");
                    // The button goes away when it was pressed in time.
                    page.locator("zongji-toolbar [data-do=signIn]")
                            .evaluateAll("buttons => buttons.forEach(button => button.click())");
                    return state.equals("IDLE");
                });
    }

    private static void press(Page page, String what) {
        page.locator("zongji-toolbar [data-do=" + what + "]").click();
    }

    private static void hears(OutgoingCall customer, int tone) {
        await("hears " + tone).atMost(SOON).until(() -> customer.audio().hears(tone));
    }

    /** Asks the page for something meanwhile: what is said on lines that a test watches is passed on then. */
    private static void hearsOverLine(int number, PageLines lines, OutgoingCall customer) {
        await("hears the page over line " + number + " of its phone")
                .pollInSameThread()
                .atMost(SOON)
                .until(() -> lines.phones() == number && customer.audio().hears(PAGE_TONE));
    }

    private static void toldInOrder(Page page) {
        List<Long> positions = page
                .locator("#events li")
                .evaluateAll("all => all.reverse().map(one => one.dataset.position)")
                .toString()
                .replaceAll("[\\[\\] ]", "")
                .transform(text -> List.of(text.split(",")))
                .stream()
                .map(Long::parseLong)
                .toList();
        assertThat(positions).isSorted().doesNotHaveDuplicates();
        for (String type : List.of("OFFERED", "ESTABLISHED", "HELD", "RETRIEVED")) {
            assertThat(page.locator("#events [data-type=" + type + "]").first()).isAttached();
        }
    }

    private static void revokedTokensAreWorthNothing(Page page, TokenDesk tokens, String token) throws Exception {
        tokens.revoke("CRM");
        ask(token, "/me", null, null, 401);
        assertThat(page.locator("zongji-toolbar [role=alert]")).isVisible();
    }
}
