package io.zongji.server.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.slee.container.SleeContainer;
import io.zongji.slee.container.facility.Alarms;
import io.zongji.slee.container.naming.ThreadNaming;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.slee.ServiceID;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ServiceState;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs one after the other with one folder of units: what the next one knows of what was set up in those before. */
class KeptUnitsTest {
    private static final ServiceID SERVICE = new ServiceID("EggTimer", "io.zongji.example", "1.0");
    private static final ResourceAdaptorID ADAPTOR = new ResourceAdaptorID("LineOverTcp", "io.zongji.example", "1.0");
    private static final Path UNIT = Path.of(System.getProperty("example.unit"));

    @TempDir
    private Path data;

    private int port;

    @BeforeEach
    void choosePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
    }

    @Test
    void whatWasInstalledAndSetUpComesBackAtTheNextStart() throws Exception {
        try (Run run = new Run()) {
            run.deployTheEggTimer();
        }
        try (Run run = new Run()) {
            assertThat(run.slee.units()).extracting(UnitView::name).containsExactly("egg-timer.jar");
            assertThat(run.slee.services().get(0).state()).isEqualTo(ServiceState.ACTIVE);
            EntityView line = run.slee.entities().get(0);
            assertThat(line.state()).isEqualTo(ResourceAdaptorEntityState.ACTIVE);
            assertThat(line.properties())
                    .extracting(EntityView.PropertyView::value)
                    .containsExactly("" + port);
            assertThat(line.links()).extracting(EntityView.LinkView::name).containsExactly("line");
            assertThat(answer("version")).isEqualTo("EggTimer 1.0");
        }
    }

    @Test
    void whatWasInactiveComesBackInactive() throws Exception {
        try (Run run = new Run()) {
            run.deployTheEggTimer();
            run.slee.deactivate(SERVICE);
            run.slee.deactivate("line");
        }
        try (Run run = new Run()) {
            assertThat(run.slee.services().get(0).state()).isEqualTo(ServiceState.INACTIVE);
            assertThat(run.slee.entities().get(0).state()).isEqualTo(ResourceAdaptorEntityState.INACTIVE);
            assertThat(run.slee.entities().get(0).links()).hasSize(1);
        }
    }

    @Test
    void whatWasUninstalledStaysAwayAndItsFileToo() throws Exception {
        try (Run run = new Run()) {
            run.deployTheEggTimer();
            run.slee.deactivate(SERVICE);
            run.slee.deactivate("line");
            await().until(() -> run.slee.services().get(0).state().isInactive());
            run.slee.unbind("line");
            run.slee.remove("line");
            run.slee.uninstall(run.slee.units().get(0).url());
            assertThat(jars()).isEmpty();
        }
        try (Run run = new Run()) {
            assertThat(run.slee.units()).isEmpty();
            assertThat(run.alarms()).isEmpty();
        }
    }

    @Test
    void aUnitInstalledThroughManagementIsKeptAsWell() throws Exception {
        String url = UNIT.toUri().toString();
        try (Run run = new Run()) {
            run.container.install(url);
            run.container.createResourceAdaptorEntity(ADAPTOR, "line", new ConfigProperties());
        }
        try (Run run = new Run()) {
            assertThat(run.slee.units()).extracting(UnitView::url).containsExactly(url);
            assertThat(run.slee.entities()).extracting(EntityView::name).containsExactly("line");
        }
    }

    @Test
    void aUnitThatIsBrokenRaisesAnAlarmAndWaitsUntilItIsWhole() throws Exception {
        try (Run run = new Run()) {
            run.deployTheEggTimer();
        }
        Path kept = jars().get(0);
        Files.writeString(kept, "not a jar");
        try (Run run = new Run()) {
            assertThat(run.alarms()).extracting(Alarms.Alarm::instance).containsExactly("unit " + kept.toUri());
            UnitView broken = run.slee.units().get(0);
            assertThat(broken.installed()).isNull();
            assertThat(broken.problem()).contains("egg-timer.jar");
            assertThat(run.slee.services()).isEmpty();
            assertThatThrownBy(() -> run.slee.retry(broken.url())).isInstanceOf(RefusedException.class);
        }
        Files.copy(UNIT, kept, StandardCopyOption.REPLACE_EXISTING);
        try (Run run = new Run()) {
            assertThat(run.alarms()).isEmpty();
            assertThat(answer("version")).isEqualTo("EggTimer 1.0");
        }
    }

    @Test
    void aBrokenUnitIsGivenUpByUninstallingIt() throws Exception {
        try (Run run = new Run()) {
            run.deployTheEggTimer();
        }
        Files.writeString(jars().get(0), "not a jar");
        try (Run run = new Run()) {
            run.slee.uninstall(run.slee.units().get(0).url());
            assertThat(run.slee.units()).isEmpty();
            assertThat(run.alarms()).isEmpty();
        }
        try (Run run = new Run()) {
            assertThat(run.slee.units()).isEmpty();
            assertThat(run.slee.entities()).isEmpty();
        }
    }

    @Test
    void anUnreadableListIsSetAsideWithAnAlarm() throws Exception {
        Files.writeString(data.resolve("state.json"), "{");
        try (Run run = new Run()) {
            assertThat(run.alarms()).hasSize(1);
            assertThat(data.resolve("state.json.unreadable")).exists();
        }
    }

    @Test
    void aRefusedUnitLeavesNothingBehindAndTellsItsFaults() throws Exception {
        try (Run run = new Run()) {
            run.slee.install("egg-timer.jar", Files.newInputStream(UNIT));

            assertThatThrownBy(() -> run.slee.install("egg-timer.jar", Files.newInputStream(UNIT)))
                    .isInstanceOfSatisfying(RefusedException.class, refused -> assertThat(refused.faults())
                            .hasSizeGreaterThan(5)
                            .allSatisfy(fault -> assertThat(fault.rule()).isNotEmpty()));
            assertThatThrownBy(() -> run.slee.install("no.jar", new ByteArrayInputStream(new byte[9])))
                    .isInstanceOf(RefusedException.class);
            assertThat(jars()).hasSize(1);
        }
    }

    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(data)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private String answer(String question) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
        }
    }

    /** From a start to the next stop. */
    private final class Run implements AutoCloseable {
        private final SleeContainer container;
        private final SleeAdministration slee;

        Run() throws Exception {
            UnitFolder folder = new UnitFolder(data, SleeContainer.class.getClassLoader());
            container = SleeContainer.builder()
                    .units(folder)
                    .drainTime(Duration.ZERO)
                    .naming(ThreadNaming.install())
                    .build();
            container.start();
            slee = SleeAdministration.restore(container, folder, data.resolve("state.json"));
        }

        void deployTheEggTimer() throws Exception {
            try (InputStream unit = Files.newInputStream(UNIT)) {
                slee.install("egg-timer.jar", unit);
            }
            slee.create(ADAPTOR, "line", Map.of("port", Integer.toString(port)));
            slee.bind("line", "line");
            slee.activate("line");
            slee.activate(SERVICE);
        }

        List<Alarms.Alarm> alarms() {
            return container.alarms().active();
        }

        @Override
        public void close() {
            container.close();
        }
    }
}
