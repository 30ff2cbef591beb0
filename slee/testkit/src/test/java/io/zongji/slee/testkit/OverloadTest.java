package io.zongji.slee.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zongji.slee.testkit.probe.Probe;
import io.zongji.slee.testkit.stub.StubEvent;
import io.zongji.slee.testkit.stub.StubResource;
import jakarta.resource.ResourceException;
import java.util.concurrent.CountDownLatch;
import javax.slee.connection.SleeConnection;
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

    @Test
    void whatIsUpFindsAPlaceWhenNothingNewDoes() throws Exception {
        slee.close();
        useSlee(new TestSlee(settings -> settings.queueLimits(100, 10).threads(1)));
        services("Probe");
        start("up", "busy", "new");
        alpha("up", nothing());
        CountDownLatch release = new CountDownLatch(1);
        fireAlpha("busy", (sbb, aci, event) -> release.await());
        for (int i = 1; i < 8; i++) {
            fireAlpha("busy", nothing());
        }

        assertThatThrownBy(() -> fireAlpha("new", nothing())).hasMessageContaining("EVENT_QUEUE_FULL");
        fireAlpha("up", nothing());
        fireAlpha("up", nothing());
        assertThatThrownBy(() -> fireAlpha("up", nothing())).hasMessageContaining("EVENT_QUEUE_FULL");
        SleeConnection connection = slee.container().connectionFactory().getConnection();
        assertThatThrownBy(() -> connection.fireEvent(
                        new StubEvent("x"), StubResource.ALPHA, connection.createActivityHandle(), null))
                .isInstanceOf(ResourceException.class)
                .hasMessageContaining("EVENT_QUEUE_FULL");

        release.countDown();
        slee.settle();
        fireAlpha("new", nothing());
        end("up", "busy", "new");
        assertThat(Probe.about("Root Alpha")).hasSize(1 + 8 + 2 + 1);
        assertThat(slee.statistics().eventsRefused()).isEqualTo(3);
        assertNothingIsLeft();
    }
}
