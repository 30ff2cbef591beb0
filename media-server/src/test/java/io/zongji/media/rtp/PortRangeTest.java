package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PortRangeTest {
    /** Apart from those of another build on the same machine. */
    private static final int FIRST = 25_000 + (int) (ProcessHandle.current().pid() % 200) * 10;

    private final AtomicLong clock = new AtomicLong(5);
    private final PortRange ports =
            new PortRange(InetAddress.getLoopbackAddress(), FIRST + 1, FIRST + 9, Duration.ofSeconds(5), clock::get);
    private final List<PortPair> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (PortPair pair : open) {
            pair.rtp().close();
            pair.rtcp().close();
        }
    }

    private Optional<PortPair> open() {
        Optional<PortPair> pair = ports.open();
        pair.ifPresent(open::add);
        return pair;
    }

    @Test
    void rtpIsOnEvenPortsAndRtcpOnTheNext() {
        for (int i = 0; i < 4; i++) {
            assertThat(open()).isPresent();
        }

        assertThat(open)
                .extracting(PortPair::port)
                .containsExactlyInAnyOrder(FIRST + 2, FIRST + 4, FIRST + 6, FIRST + 8);
        assertThat(open).allSatisfy(pair -> assertThat(pair.rtcp().socket().getLocalPort())
                .isEqualTo(pair.port() + 1));
        assertThat(open()).isEmpty();
        assertThat(ports.inUse()).isEqualTo(4);
    }

    @Test
    void aReleasedPortRestsBeforeItIsUsedAgain() {
        for (int i = 0; i < 4; i++) {
            open();
        }
        ports.close(open.remove(0));

        assertThat(open()).isEmpty();
        clock.addAndGet(TimeUnit.SECONDS.toNanos(5));
        assertThat(open()).isPresent();
    }

    @Test
    void aPortHeldByAnotherProgramIsPassedOver() {
        PortRange other =
                new PortRange(InetAddress.getLoopbackAddress(), FIRST + 2, FIRST + 3, Duration.ZERO, clock::get);
        other.open().ifPresent(open::add);

        assertThat(open()).hasValueSatisfying(pair -> assertThat(pair.port()).isEqualTo(FIRST + 4));
        assertThat(ports.inUse()).isEqualTo(1);
    }

    @Test
    void aPairWhoseRtcpPortIsHeldIsPassedOverWhole() throws Exception {
        try (DatagramSocket other = new DatagramSocket(FIRST + 3, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThat(open())
                    .hasValueSatisfying(pair -> assertThat(pair.port()).isEqualTo(FIRST + 4));
        }
        new DatagramSocket(FIRST + 2, InetAddress.getLoopbackAddress()).close();
    }
}
