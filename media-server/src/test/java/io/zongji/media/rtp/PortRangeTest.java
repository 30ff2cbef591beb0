package io.zongji.media.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.nio.channels.DatagramChannel;
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
            new PortRange(InetAddress.getLoopbackAddress(), FIRST + 1, FIRST + 8, Duration.ofSeconds(5), clock::get);
    private final List<DatagramChannel> open = new ArrayList<>();

    @AfterEach
    void closeAll() throws Exception {
        for (DatagramChannel channel : open) {
            channel.close();
        }
    }

    private Optional<DatagramChannel> open() {
        Optional<DatagramChannel> channel = ports.open();
        channel.ifPresent(open::add);
        return channel;
    }

    @Test
    void onlyEvenPortsAreUsed() {
        for (int i = 0; i < 4; i++) {
            assertThat(open()).isPresent();
        }

        assertThat(open)
                .extracting(c -> c.socket().getLocalPort())
                .containsExactlyInAnyOrder(FIRST + 2, FIRST + 4, FIRST + 6, FIRST + 8);
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
                new PortRange(InetAddress.getLoopbackAddress(), FIRST + 2, FIRST + 2, Duration.ZERO, clock::get);
        other.open().ifPresent(open::add);

        assertThat(open())
                .hasValueSatisfying(
                        channel -> assertThat(channel.socket().getLocalPort()).isEqualTo(FIRST + 4));
        assertThat(ports.inUse()).isEqualTo(1);
    }
}
