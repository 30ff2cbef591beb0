package io.zongji.ear.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;

/** What happens to the egg timer from its installation to its end, and what its guests notice of that. */
final class EggTimerLife {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Operator operator;
    private final int port;

    EggTimerLife(Operator operator) throws IOException {
        this.operator = operator;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    /** Installed, used, exchanged for a second version under a guest's eyes, and removed. */
    void liveWithAnExchange(Path folder) throws Exception {
        Path second = EggTimerUnits.second(folder);
        begin();
        try (Guest old = new Guest(port)) {
            assertThat(old.ask("version")).isEqualTo("EggTimer 1.0");
            assertThat(old.ask("boil 4")).isEqualTo("egg 1 is in the water");

            operator.install(second);
            operator.exchange("1.0", "2.0");

            try (Guest next = new Guest(port)) {
                assertThat(next.ask("version")).isEqualTo("EggTimer 2.0");
                assertThat(next.ask("boil 1")).isEqualTo("egg 1 is in the water");
                assertThat(next.hear()).isEqualTo("egg 1 is ready");
                assertThat(next.ask("bye")).isNull();
            }
            assertThat(operator.isInactive("1.0")).isFalse();
            assertThat(old.hear()).isEqualTo("egg 1 is ready");
            assertThat(old.ask("version")).isEqualTo("EggTimer 1.0");
            assertThat(old.ask("bye")).isNull();
        }
        await("the old version's end").atMost(SOON).until(() -> operator.isInactive("1.0"));
        end("2.0");
        operator.uninstall(second);
        operator.uninstall(EggTimerUnits.first());
    }

    /** Installed, used and removed. */
    void live() throws Exception {
        begin();
        try (Guest guest = new Guest(port)) {
            assertThat(guest.ask("boil 600")).isEqualTo("egg 1 is in the water");
            assertThat(guest.ask("bye")).isNull();
        }
        end("1.0");
        operator.uninstall(EggTimerUnits.first());
    }

    private void begin() throws Exception {
        operator.install(EggTimerUnits.first());
        operator.setUpLine(port);
        operator.activate("1.0");
    }

    private void end(String version) throws Exception {
        operator.deactivate(version);
        await("the end of version " + version).atMost(SOON).until(() -> operator.isInactive(version));
        operator.removeLine();
    }
}
