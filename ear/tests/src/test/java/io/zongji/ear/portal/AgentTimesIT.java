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
import io.zongji.simulator.PhoneStack;
import io.zongji.simulator.SimulatedPhone;
import io.zongji.simulator.Sound;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An agent drives all five states from the bar; the supervisor's page, a file and REST tell how long each was, to the millisecond. */
@ArquillianTest
@Timeout(180)
class AgentTimesIT {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String AGENT = "1003";
    private static final ZoneId COMPANY = ZoneId.of("Asia/Shanghai");

    @Deployment(testable = false)
    static Archive<?> archive() {
        return DeployedArchive.archive();
    }

    @Test
    void theTimeInEachStateIsTold() throws Exception {
        try (Desktop desktop = new Desktop();
                PhoneStack trunk = PhoneStack.open("127.0.0.2", 0);
                PhoneStack office = PhoneStack.open("127.0.0.3", 0)) {
            SimulatedPhone phone = OfficePhone.register(office, "8003", 1100);
            Page desk = desktop.signIn("agent1003", "en");
            Page team = desktop.signIn("supervisor", "en");
            boolean out = "SIGNED_OUT".equals(desk.locator("[data-state]").getAttribute("data-state"));
            desk.keyboard().press(out ? "Alt+0" : "Alt+1");
            Instant ready = since(desk, "IDLE");
            Map<String, Long> atReady = settled(desk, ready);
            Instant busy = choose(desk, "BUSY");
            Map<String, Long> atBusy = settled(desk, busy);
            Instant rest = choose(desk, "REST");
            desk.keyboard().press("Alt+1");
            Instant idle = since(desk, "IDLE");
            Instant[] call = oneCall(trunk, phone, desk);
            desk.keyboard().press("Alt+1");
            Instant afterwards = since(desk, "IDLE");
            Instant busyAgain = choose(desk, "BUSY");

            Map<String, Long> then = settled(desk, busyAgain);
            assertThat(grown("REST", atBusy, then)).isEqualTo(ms(rest, idle));
            assertThat(grown("TALKING", atBusy, then)).isEqualTo(ms(call[0], call[1]));
            assertThat(grown("WRAP_UP", atBusy, then)).isEqualTo(ms(call[1], afterwards));
            assertThat(grown("IDLE", atBusy, then) + grown("OFFERED", atBusy, then))
                    .isEqualTo(ms(idle, call[0]) + ms(afterwards, busyAgain));
            readOnThePage(team, then);
            ordinaryAgentsSeeThemselvesOnly(desktop);
            whoWasNotSignedInIsLeftOut(team);

            desk.keyboard().press("Alt+1");
            Instant atLast = since(desk, "IDLE");
            assertThat(grown("BUSY", atReady, settled(desk, atLast))).isEqualTo(ms(busy, rest) + ms(busyAgain, atLast));
            assertThat(desktop.complaints()).isEmpty();
            phone.unregister();
            phone.awaitUnregistered(SOON);
        }
    }

    /** When the talk began and when it ended. */
    private static Instant[] oneCall(PhoneStack trunk, SimulatedPhone phone, Page desk) {
        OutgoingCall customer =
                Customer.of(trunk, "13800005151").saying(Sound.tone(700)).call("support");
        IncomingCall agent = phone.awaitRinging(SOON);
        Instant talking = since(desk, "TALKING");
        await().atMost(SOON).until(() -> agent.audio().hears(700));
        customer.hangUp();
        return new Instant[] {talking, since(desk, "WRAP_UP")};
    }

    /** Sets a state with its first reason. */
    private static Instant choose(Page desk, String state) {
        desk.locator("[data-ask=" + state + "]").click();
        desk.locator("[data-reason]:visible").first().click();
        return since(desk, state);
    }

    /** Since when the agent is in this state, once the desk shows it. */
    private static Instant since(Page desk, String state) {
        assertThat(desk.locator("[data-state]")).hasAttribute("data-state", state);
        Map<?, ?> agent = (Map<?, ?>) get(desk, "/api/agents/" + AGENT);
        assertThat(agent.get("state")).isEqualTo(state);
        return Instant.parse((String) agent.get("since"));
    }

    private static long grown(String state, Map<String, Long> before, Map<String, Long> then) {
        return then.getOrDefault(state, 0L) - before.getOrDefault(state, 0L);
    }

    /**
     * The times of yesterday and today together, once the records know of the present state. Only that one grows then, and no more
     * than the time since it began.
     */
    private static Map<String, Long> settled(Page desk, Instant since) {
        String state = desk.locator("[data-state]").getAttribute("data-state");
        LocalDate today = LocalDate.now(COMPANY);
        Map<String, Long> sums = new HashMap<>();
        await().atMost(SOON).until(() -> {
            Map<String, Long> before = sums(desk, today);
            sums.putAll(sums(desk, today));
            return grown(state, before, sums) > 0 && Instant.now().isAfter(since);
        });
        return sums;
    }

    private static Map<String, Long> sums(Page desk, LocalDate today) {
        Map<String, Long> sums = new HashMap<>();
        for (Object day : (List<?>) get(desk, "/api/agent-times?from=" + today.minusDays(1) + "&to=" + today)) {
            assertThat(((Map<?, ?>) day).get("agent")).isEqualTo(AGENT);
            ((Map<?, ?>) ((Map<?, ?>) day).get("times"))
                    .forEach((state, ms) -> sums.merge((String) state, ((Number) ms).longValue(), Long::sum));
        }
        return sums;
    }

    private static void readOnThePage(Page team, Map<String, Long> times) {
        LocalDate today = LocalDate.now(COMPANY);
        Desktop.open(team, "/agent-times.xhtml?agent=" + AGENT + "&from=" + today.minusDays(1) + "&to=" + today);
        for (String state : List.of("REST", "TALKING", "WRAP_UP")) {
            long shown = team.locator("[data-time=" + state + "]").all().stream()
                    .mapToLong(cell -> Long.parseLong(cell.getAttribute("data-ms")))
                    .sum();
            assertThat(shown).as(state).isEqualTo(times.get(state));
        }
        assertThat(team.locator("#table_data tr").first()).containsText("1003");
        String file = team.request()
                .get(DeployedArchive.portal(team.locator("[data-act=export]")
                                .getAttribute("href")
                                .replaceFirst("^/zongji", ""))
                        .toString())
                .text();
        String[] lines = file.split("\r\n");
        assertThat(lines).hasSize(3);
        assertThat(Arrays.asList(lines[0].split(","))).contains("\"Talking\"", "\"Rest\"");
        assertThat(lines[1]).contains("\"" + AGENT + "\"");
    }

    private static void ordinaryAgentsSeeThemselvesOnly(Desktop desktop) {
        Page other = desktop.signIn("agent1004", "en");
        assertThat((List<?>) get(other, "/api/agent-times?agent=" + AGENT)).isEmpty();
        assertThat((List<?>) get(other, "/api/agent-times"))
                .allSatisfy(day -> assertThat(((Map<?, ?>) day).get("agent")).isEqualTo("1004"));
        assertThat(other.request()
                        .get(DeployedArchive.portal("/agent-times.csv").toString())
                        .status())
                .isEqualTo(403);
    }

    private static void whoWasNotSignedInIsLeftOut(Page team) {
        assertThat((List<?>) get(team, "/api/agent-times?from=2020-03-02&to=2020-03-03"))
                .isEmpty();
        assertThat((List<?>) get(team, "/api/agent-times"))
                .anySatisfy(day -> assertThat(((Map<?, ?>) day).get("agent")).isEqualTo(AGENT));
        Desktop.open(team, "/agent-times.xhtml?from=2020-03-02&to=2020-03-03");
        assertThat(team.locator("[data-time]")).hasCount(0);
    }

    /** As a script of the page asks. */
    private static Object get(Page page, String path) {
        return page.evaluate(
                "path => fetch(path).then(answer => answer.json())",
                DeployedArchive.portal(path).getPath() + (path.contains("?") ? path.substring(path.indexOf('?')) : ""));
    }

    /** As the database keeps moments: rounded. */
    private static long ms(Instant from, Instant to) {
        return Duration.between(rounded(from), rounded(to)).toMillis();
    }

    private static Instant rounded(Instant moment) {
        return moment.plusNanos(500_000).truncatedTo(ChronoUnit.MILLIS);
    }
}
