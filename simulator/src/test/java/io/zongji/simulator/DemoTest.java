package io.zongji.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

    private static final Duration SOON = Duration.ofSeconds(15);

    private final List<Process> started = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void callersArriveAndAgentsTalkWithThem() throws IOException {
        try (PhoneStack stack = PhoneStack.open("127.0.0.2", 0);
                FakeCallCentre centre = new FakeCallCentre(
                        "95000",
                        List.of("sip:8001@127.0.0.2:" + stack.address().getPort()),
                        agent -> Sound.SILENCE,
                        number -> Sound.tone(500))) {
            DemoActors actors = new DemoActors(stack, new DemoSettings(centre.address(), "127.0.0.2", 1200, 1, "-", 1));

            actors.begin();

            await().atMost(SOON).until(() -> centre.offers().stream()
                    .anyMatch(offer ->
                            offer.state() == CallState.TALKING && offer.audio().hearsSound()));
            assertThat(centre.offers().get(0).phone().account().user()).startsWith("1380000");
            actors.end();
        }
    }

    @Test
    void theProgramUnregistersWhenItIsTerminated() throws Exception {
        Path secrets =
                Files.writeString(folder.resolve("secrets.properties"), "# first passwords\nextensions=secret\n");
        try (FakeRegistrar registrar = new FakeRegistrar("secret", 60)) {
            Process demo = demo(registrar.address(), secrets);
            await().atMost(SOON).until(() -> registrar.granted().size() >= 2);

            demo.destroy();

            assertThat(demo.waitFor(8, TimeUnit.SECONDS)).isTrue();
            assertThat(registrar.granted()).containsExactly(60, 60, 0, 0);
        }
    }

    @Test
    void missingPasswordsAreToldInOneLine() throws Exception {
        Process demo = demo(new InetSocketAddress("127.0.0.4", 5060), folder.resolve("nowhere"));

        assertThat(demo.waitFor(8, TimeUnit.SECONDS)).isTrue();
        assertThat(demo.exitValue()).isEqualTo(2);
        assertThat(new String(demo.getInputStream().readAllBytes()).lines())
                .singleElement()
                .asString()
                .contains("nowhere");
    }

    @Test
    void settingsComeFromTheServersOwnProperties() throws IOException {
        Properties properties = new Properties();
        properties.setProperty(
                "zongji.secrets.file",
                Files.writeString(folder.resolve("s"), "extensions=pw\n").toString());
        properties.setProperty("zongji.sip.port", "5160");
        properties.setProperty("zongji.demo.callers", "30");
        properties.setProperty("zongji.demo.seed", "7");

        assertThat(DemoSettings.of(properties))
                .isEqualTo(new DemoSettings(new InetSocketAddress("127.0.0.1", 5160), "127.0.0.2", 30, 4, "pw", 7));
    }

    @AfterEach
    void leaveNoProcess() {
        started.forEach(Process::destroyForcibly);
    }

    private Process demo(InetSocketAddress server, Path secrets) throws IOException {
        Process demo = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dzongji.sip.address=" + server.getHostString(),
                        "-Dzongji.sip.port=" + server.getPort(),
                        "-Dzongji.secrets.file=" + secrets,
                        "-Dzongji.demo.callers=0",
                        "-Dzongji.demo.agents=2",
                        Demo.class.getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.PIPE)
                .start();
        started.add(demo);
        return demo;
    }
}
