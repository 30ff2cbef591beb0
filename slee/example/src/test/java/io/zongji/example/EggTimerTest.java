package io.zongji.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.testkit.TestSlee;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import javax.slee.ServiceID;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged unit in a SLEE whose time stands still until it is moved; a guest sits at a real socket. The SBBs read the
 * system's clock, which has moved on since by as long as the test took: minutes between the steps leave room for that.
 */
class EggTimerTest {
    private static final ServiceID SERVICE = new ServiceID("EggTimer", "io.zongji.example", "1.0");
    private static final ResourceAdaptorID ADAPTOR = new ResourceAdaptorID("LineOverTcp", "io.zongji.example", "1.0");

    @TempDir
    private Path scratch;

    private final TestSlee slee = new TestSlee(Instant.now());
    private int port;

    @BeforeEach
    void deploy() throws Exception {
        Path unit = Path.of(System.getProperty("example.unit"));
        slee.container().install(DeployableUnitSource.onDisk(unit, getClass().getClassLoader(), scratch));
        port = Guest.freePort();
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("port", "java.lang.Integer", port));
        slee.resourceAdaptor(ADAPTOR, "line", properties).activate(SERVICE);
    }

    @AfterEach
    void stop() {
        slee.close();
    }

    @Test
    void anEggIsReadyWhenItsTimeIsOver() throws Exception {
        try (Guest guest = new Guest(port)) {
            assertThat(guest.ask("boil 300")).isEqualTo("egg 1 is in the water");
            slee.jump(Duration.ofSeconds(299));
            assertThat(guest.ask("eggs")).isEqualTo("1 in the water");

            slee.jump(Duration.ofSeconds(61));

            assertThat(guest.hear()).isEqualTo("egg 1 is ready");
            assertThat(guest.ask("eggs")).isEqualTo("0 in the water");
        }
    }

    @Test
    void eachGuestHearsOfTheirOwnEggs() throws Exception {
        try (Guest one = new Guest(port);
                Guest other = new Guest(port)) {
            one.ask("boil 360");
            one.ask("boil 180");
            other.ask("boil 180");
            assertThat(other.ask("guests")).isEqualTo("2 here");

            slee.jump(Duration.ofSeconds(240));

            assertThat(one.hear()).isEqualTo("egg 2 is ready");
            assertThat(one.ask("eggs")).isEqualTo("1 in the water");
            assertThat(other.hear()).isEqualTo("egg 1 is ready");
            assertThat(other.ask("eggs")).isEqualTo("0 in the water");
        }
    }

    @Test
    void aGuestWhoLeavesLeavesNothingBehind() throws Exception {
        try (Guest guest = new Guest(port)) {
            guest.ask("boil 60");

            assertThat(guest.ask("bye")).isNull();
        }

        slee.settle();
        assertThat(slee.statistics().entityCount()).isZero();
        assertThat(slee.statistics().activityCount()).isZero();
        assertThat(slee.statistics().timers()).isZero();
    }
}
