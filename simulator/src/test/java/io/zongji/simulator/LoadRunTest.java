package io.zongji.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LoadRunTest {

    private static final int AGENTS = 8;

    @Test
    void everyCallIsJudgedWhereverItsCallerHangsUp() throws Exception {
        LoadResult result = run(hertz -> Sound.tone(hertz));

        assertThat(result.failures()).isEmpty();
        assertThat(result.calls()).isEqualTo(40);
        assertThat(result.outcomes()).hasSizeGreaterThan(3).containsKey("talked, hung up after talking");
    }

    @Test
    void whoHearsNothingOfTheOtherFails() throws Exception {
        LoadResult result = run(hertz -> Sound.SILENCE);

        assertThat(result.failures()).isNotEmpty().allMatch(line -> line.contains("caller heard the agent false"));
    }

    @Test
    void refusedCallsFail() throws Exception {
        try (PhoneStack empty = PhoneStack.open("127.0.0.4", 0)) {
            LoadResult result = LoadRun.run(settings(empty.address(), 0, 0));

            assertThat(result.failures()).hasSize(40).allMatch(line -> line.contains("404"));
        }
    }

    @Test
    void optionsAreReadAndUnknownOnesRefused() throws Exception {
        LoadSettings settings = LoadSettings.parse("--server", "127.0.0.9:5080", "--calls", "7", "--talk", "1.5");

        assertThat(settings.server()).isEqualTo(new InetSocketAddress("127.0.0.9", 5080));
        assertThat(settings.calls()).isEqualTo(7);
        assertThat(settings.talk()).isEqualTo(Duration.ofMillis(1500));
        assertThatThrownBy(() -> LoadSettings.parse("--speed", "7")).hasMessageContaining("--speed");
    }

    private static LoadResult run(IntFunction<Sound> agentsSound) throws Exception {
        int port = freePort();
        List<String> agents = IntStream.rangeClosed(1, AGENTS)
                .mapToObj(n -> "sip:a" + n + "@127.0.0.3:" + port)
                .toList();
        try (FakeCallCentre centre = new FakeCallCentre(
                "support",
                agents,
                agent -> agentsSound.apply(1500 + 30 * (agent.peer().charAt(1) - '0')),
                number -> Sound.tone(LoadRun.callerHertz(Integer.parseInt(number.substring(5)))))) {
            return LoadRun.run(settings(centre.address(), port, 0.5));
        }
    }

    private static LoadSettings settings(InetSocketAddress server, int agentsPort, double hangUps) {
        return new LoadSettings(
                server,
                "support",
                "",
                40,
                40,
                new LoadSettings.Agents(AGENTS, null, agentsPort),
                new LoadSettings.Hazards(hangUps, 0.1, Duration.ofSeconds(20)),
                Duration.ofMillis(2000),
                4711);
    }

    private static int freePort() throws Exception {
        try (DatagramSocket socket = new DatagramSocket(new InetSocketAddress(InetAddress.getByName("127.0.0.3"), 0))) {
            return socket.getLocalPort();
        }
    }
}
