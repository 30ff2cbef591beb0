package io.zongji.server;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
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
}
