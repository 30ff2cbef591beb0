package io.zongji.ear.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.zongji.ear.Customer;
import io.zongji.ear.DeployedArchive;
import io.zongji.ear.OfficePhone;
import io.zongji.simulator.IncomingCall;
import io.zongji.simulator.OutgoingCall;
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;

/**
 * How long an agent waits for the desk: from the caller's INVITE to the painted card, and from a click on hold or retrieve to
 * the desk that shows it. No test of the build; run by name, as docs/performance.md tells.
 */
@ArquillianTest
class DeskMeasurement {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final int CALLS = Integer.getInteger("zongji.measurement.calls", 110);
    /** While caches fill and code is compiled. */
    private static final int FIRST = 10;

    /** The number of who calls, on the card. */
    private static final String CARD = "#in-hand .number";

    /** Tells when what was waited for is there and the browser has painted it. */
    private static final String WATCH = """
            ([selector, name]) => {
              window[name] = new Promise(resolve => {
                const look = () => {
                  if (!document.querySelector(selector)) return false;
                  requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
                  return true;
                };
                if (look()) return;
                const watch = new MutationObserver(() => { if (look()) watch.disconnect(); });
                watch.observe(document.body, { childList: true, subtree: true });
              });
            }""";

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void popAndCommands() throws Exception {
        List<Long> pops = new ArrayList<>();
        List<Long> commands = new ArrayList<>();
        try (Desktop desktop = new Desktop();
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = OfficePhone.register(office, "8003", 1100);
            Page desk = desktop.signIn("agent1003", "en");
            for (int i = 0; i < CALLS; i++) {
                ready(desk);
                desk.evaluate(WATCH, List.of(CARD, "popped"));
                String number = String.format(Locale.ROOT, "1380001%04d", i);
                OutgoingCall customer = Customer.of(trunk, number).call("support");
                long invited = System.currentTimeMillis();
                IncomingCall agent = phone.awaitRinging(SOON);
                long popped = ((Number) desk.evaluate("() => window.popped")).longValue() - invited;
                agent.awaitTalking(SOON);
                long held = command(desk, "HOLD", "RETRIEVE");
                long retrieved = command(desk, "RETRIEVE", "HOLD");
                if (i >= FIRST) {
                    pops.add(popped);
                    commands.add(held);
                    commands.add(retrieved);
                }
                customer.hangUp();
                agent.awaitEnded(SOON);
            }
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
        report("INVITE sent to card painted", pops);
        report("click on hold or retrieve to desk painted", commands);
    }

    private static void ready(Page desk) {
        assertThat(desk.locator(CARD)).hasCount(0);
        String state = desk.locator("[data-state]").getAttribute("data-state");
        if (!state.equals("IDLE")) {
            desk.keyboard().press(state.equals("SIGNED_OUT") ? "Alt+0" : "Alt+1");
        }
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", "IDLE");
    }

    private static long command(Page desk, String service, String next) {
        assertThat(desk.locator("[data-service=" + service + "]")).isVisible();
        desk.evaluate(WATCH, List.of("[data-service=" + next + "]", "served"));
        Object clicked = desk.evaluate("""
                selector => {
                  const at = Date.now();
                  document.querySelector(selector).click();
                  return at;
                }""", "[data-service=" + service + "]");
        return ((Number) desk.evaluate("() => window.served")).longValue() - ((Number) clicked).longValue();
    }

    private static void report(String what, List<Long> millis) {
        List<Long> sorted = millis.stream().sorted().toList();
        System.out.printf(
                "%s: %d times, median %d ms, p99 %d ms, longest %d ms%n",
                what,
                sorted.size(),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 99 / 100),
                sorted.get(sorted.size() - 1));
    }
}
