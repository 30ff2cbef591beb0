package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.container.naming.ThreadNaming;
import io.zongji.store.migration.Schema;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call centre that cannot listen says so and leaves nothing running. */
class BusyPortTest {

    @Test
    void sipPortInUseIsNamed(@TempDir Path data) throws Exception {
        try (DatagramSocket taken = new DatagramSocket(0, InetAddress.getByName("127.0.0.1"))) {
            assertThatThrownBy(() -> new TestCentre(data, taken.getLocalPort()))
                    .isInstanceOf(CallCentreException.class)
                    .hasMessageContaining("SipRA did not start")
                    .hasMessageContaining("127.0.0.1:" + taken.getLocalPort())
                    .hasMessageNotContaining("\n");
        }
    }

    @Test
    void addressThatIsNotOursIsNamed(@TempDir Path data) {
        JdbcConnectionPool database = JdbcConnectionPool.create("jdbc:h2:mem:not-ours;DB_CLOSE_DELAY=-1", "z", "z");
        Schema.migrate(database);

        assertThatThrownBy(() -> CallCentre.start(
                        new CallCentreSettings(
                                data,
                                "192.0.2.1",
                                TestCentre.freePort(),
                                0,
                                Duration.ZERO,
                                Duration.ZERO,
                                31_000,
                                31_999,
                                "allowed",
                                MediaPlace.here(),
                                VoiceRelays.NONE,
                                RecordingSettings.USUAL,
                                SipLimits.USUAL,
                                1),
                        database,
                        Clock.systemUTC(),
                        Host.with(ThreadNaming.install())))
                .isInstanceOf(CallCentreException.class)
                .hasMessageMatching("(Media|Sip)RA cannot be set up: .*192\\.0\\.2\\.1.*");
        database.dispose();
    }
}
