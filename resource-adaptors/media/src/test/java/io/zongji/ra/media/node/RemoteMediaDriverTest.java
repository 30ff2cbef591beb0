package io.zongji.ra.media.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.adaptor.MediaDriver;
import io.zongji.ra.media.adaptor.MediaDriverContract;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A media server behind the control protocol keeps the contract; and what is its own: coming, going, being lost. */
class RemoteMediaDriverTest extends MediaDriverContract {
    private static final Duration LONG = Duration.ofSeconds(20);

    private TestNode node;

    @Override
    protected int firstPort() {
        return 19_420;
    }

    @Override
    protected MediaDriver start(int firstPort) throws Exception {
        node = new TestNode(settings(firstPort, PORTS, recordings));
        RemoteMediaDriver started = driverOf(node, TestNode.SECRET);
        started.start(events);
        await().atMost(LONG).until(() -> started.status().up());
        return started;
    }

    private RemoteMediaDriver driverOf(TestNode target, ControlSecret secret) {
        return new RemoteMediaDriver(target.address(), secret, TestNode.PATIENCE, recordings);
    }

    @AfterEach
    void stopNode() {
        node.close();
    }

    @Test
    void aControllerThatLeavesTakesItsConnectionsAlong() throws Exception {
        talk("a", "b");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("a"));
        driver.startRecorder("r");
        events.await("r", RecorderEvent.class);

        driver.stop();

        await().atMost(LONG)
                .until(() -> node.engine().statistics().connections() == 0
                        && node.engine().statistics().recorders() == 0
                        && node.engine().statistics().portsInUse() == 0);
    }

    @Test
    void aNodeThatStopsInOrderFinishesItsRecordings() throws Exception {
        talk("a", "b");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("a"));
        driver.startRecorder("r");
        events.await("r", RecorderEvent.class);

        node.close();

        assertThat(events.await("r", RecorderEvent.class).type()).isEqualTo(RecorderEvent.Type.COMPLETED);
        events.awaitGone("r");
        events.awaitGone("a");
        events.awaitGone("b");
        assertThat(driver.exists("a")).isFalse();
        assertThatThrownBy(() -> driver.createConnection("c", "leg", "call")).isInstanceOf(MediaException.class);
    }

    @Test
    void aNodeThatComesBackIsFoundAgain() throws Exception {
        node.close();
        await().atMost(LONG).until(() -> !driver.nodes().get(0).up());

        node = new TestNode(
                settings(firstPort(), PORTS, recordings), node.address().port());

        await().atMost(LONG).until(() -> driver.nodes().get(0).up());
        talk("a", "b");
    }

    @Test
    void whoKnowsAnotherSecretControlsNothing() throws Exception {
        RemoteMediaDriver stranger = driverOf(node, ControlSecret.of("guessed, and guessed wrong"));
        stranger.start(events);

        await().pollDelay(Duration.ofSeconds(1)).atMost(LONG).until(() -> true);
        assertThat(stranger.status().up()).isFalse();
        assertThatThrownBy(() -> stranger.createConnection("c", "leg", "call"))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isNotEqualTo(MediaError.NONE));
        stranger.stop();
        talk("a", "b");
    }

    @Test
    void aNodeThatWaitsLongForItsControllersSaysSomethingOftenAllTheSame() throws Exception {
        RemoteMediaDriver impatient =
                new RemoteMediaDriver(node.address(), TestNode.SECRET, Duration.ofSeconds(2), recordings);
        impatient.start(events);
        await().atMost(LONG).until(() -> impatient.status().up());
        impatient.createConnection("i", "leg", "call");

        await().pollDelay(Duration.ofSeconds(3)).atMost(LONG).until(() -> true);
        assertThat(impatient.exists("i")).isTrue();
        impatient.stop();
    }

    @Test
    void aNodeAboutToStopSaysSo() {
        node.node().drain();

        await().atMost(LONG).until(() -> driver.nodes().get(0).draining());
        assertThat(driver.nodes().get(0).takesCalls()).isFalse();
    }

    @Test
    void whatCannotBeMadeThereIsToldLikeALoss() throws Exception {
        RemoteMediaDriver other = driverOf(node, TestNode.SECRET);
        other.start(events);
        await().atMost(LONG).until(() -> other.status().up());
        for (int i = 0; i < PORTS; i++) {
            other.createConnection("o" + i, "leg", "call");
        }
        await().atMost(LONG).until(() -> node.engine().statistics().portsInUse() == PORTS);

        boolean refusedAtOnce = false;
        try {
            driver.createConnection("late", "leg", "call");
        } catch (MediaException e) {
            refusedAtOnce = true;
        }

        if (!refusedAtOnce) {
            events.awaitGone("late");
        }
        assertThat(events.of("late")).noneMatch(ConnectionEvent.class::isInstance);
        other.stop();
    }

    @Test
    void secretsAreNotWritten() {
        assertThat(TestNode.SECRET).hasToString("ControlSecret[hidden]");
    }
}
