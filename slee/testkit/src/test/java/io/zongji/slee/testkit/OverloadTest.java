package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

/** What happens when more events come than can be handled. */
class OverloadTest extends ProbeTest {
    @Test
    void fullQueuesRefuseEvents() {
        slee.close();
        useSlee(new TestSlee(settings -> settings.queueLimits(10, 10_000)));
        services("Probe");
        start("a");
        CountDownLatch release = new CountDownLatch(1);
        fireAlpha("a", (sbb, aci, event) -> release.await());

        assertThatThrownBy(() -> {
                    for (int i = 0; i < 20; i++) {
                        fireAlpha("a", nothing());
                    }
                })
                .hasMessageContaining("EVENT_QUEUE_FULL");

        release.countDown();
        end("a");
        assertThat(slee.statistics().eventsRefused()).isEqualTo(1);
        assertNothingIsLeft();
    }
}
