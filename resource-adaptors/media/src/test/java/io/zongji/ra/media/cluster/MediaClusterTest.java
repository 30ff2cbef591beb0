package io.zongji.ra.media.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager.Peer;
import io.zongji.ra.media.SdpPortManagerEvent.Type;
import io.zongji.ra.media.SignalDetectorEvent;
import io.zongji.ra.media.adaptor.MediaDriver;
import io.zongji.ra.media.adaptor.MediaDriverContract;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.ra.media.node.RemoteMediaDriver;
import io.zongji.ra.media.node.TestNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes keep the contract as one media server; and calls that go on where the node of others was. */
class MediaClusterTest extends MediaDriverContract {
    private static final Duration LONG = Duration.ofSeconds(20);

    private final List<TestNode> nodes = new ArrayList<>();

    @Override
    protected int firstPort() {
        return 19_440;
    }

    @Override
    protected MediaDriver start(int firstPort) throws Exception {
        for (int i = 0; i < 2; i++) {
            nodes.add(new TestNode(settings(firstPort + 2 * i * PORTS, PORTS, recordings)));
        }
        MediaCluster started = new MediaCluster(nodes.stream()
                .map(node -> new RemoteMediaDriver(node.address(), TestNode.SECRET, TestNode.PATIENCE, recordings))
                .toList());
        started.start(events);
        await().atMost(LONG).until(() -> started.nodes().stream().allMatch(MediaNodeStatus::up));
        return started;
    }

    @AfterEach
    void stopNodes() {
        nodes.forEach(TestNode::close);
    }

    /** The node that has connections. */
    private TestNode busy() {
        await().atMost(LONG).until(() -> nodes.stream().anyMatch(MediaClusterTest::isBusy));
        return nodes.stream().filter(MediaClusterTest::isBusy).findFirst().orElseThrow();
    }

    private static boolean isBusy(TestNode node) {
        return node.engine().statistics().connections() > 0;
    }

    private void awaitMoved(String... connections) {
        for (String connection : connections) {
            events.await(connection, ConnectionEvent.class, event -> event.type() == ConnectionEvent.Type.MOVED);
        }
    }

    @Test
    void callsAreSharedAmongTheNodesAndACallStaysTogether() throws Exception {
        driver.createConnection("a1", "leg", "call-a");
        driver.createConnection("b1", "leg", "call-b");
        driver.createConnection("a2", "leg", "call-a");
        driver.createConnection("a3", "leg", "call-a");
        driver.createConnection("b2", "leg", "call-b");

        await().atMost(LONG).untilAsserted(() -> assertThat(nodes)
                .extracting(node -> node.engine().statistics().connections())
                .containsExactlyInAnyOrder(3, 2));
    }

    @Test
    void whoTalkedWithWhomGoesOnOnTheOtherNode() throws Exception {
        talk("a", "b");
        talk("c", "d");
        driver.join("b", Direction.DUPLEX, "c");
        String before = events.of("a").toString();

        busy().close();
        awaitMoved("a", "b", "c", "d");
        renew("a", "b");
        renew("c", "d");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("d"));
        driver.startRecorder("r");
        driver.play("a", PlayRequest.once("p", List.of("digits/1"), false));
        events.await("a", PlayerEvent.class);
        driver.stopRecorder("r");

        events.await("r", RecorderEvent.class, event -> event.type() == RecorderEvent.Type.COMPLETED);
        assertThat(loudest(recordings.resolve("rec.wav"))).isPositive();
        assertThat(before).doesNotContain("FAILED");
    }

    @Test
    void whatWasPlayedAndCollectedBeginsAnewWhenThePeerHasHeardOfTheMove() throws Exception {
        talk("a", "b");
        driver.play("a", PlayRequest.looped("music", List.of("digits/1")));
        driver.collect("b", new CollectRequest("k", 1, null, Duration.ofHours(1), Duration.ofHours(1)));
        driver.join("a", Direction.DUPLEX, "b");

        busy().close();
        awaitMoved("a", "b");
        renew("a", "b");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("b"));
        driver.startRecorder("r");
        await().atMost(LONG).until(() -> driver.quality("b").received() > 50);
        driver.stopRecorder("r");
        events.await("r", RecorderEvent.class, event -> event.type() == RecorderEvent.Type.COMPLETED);
        driver.stopPlay("a");
        driver.stopCollecting("b");

        assertThat(loudest(recordings.resolve("rec.wav"))).isPositive();
        assertThat(events.await("a", PlayerEvent.class))
                .extracting(PlayerEvent::playId)
                .isEqualTo("music");
        assertThat(events.await("b", SignalDetectorEvent.class).reason()).isEqualTo(SignalDetectorEvent.Reason.STOPPED);
    }

    @Test
    void theQualityOfAMovedConnectionIsThatOfItsWholeLife() throws Exception {
        talk("a", "b");
        driver.play("a", PlayRequest.looped("music", List.of("digits/1")));
        await().atMost(LONG).until(() -> driver.quality("b").received() > 100);
        long before = driver.quality("b").received();

        busy().close();
        awaitMoved("a", "b");
        renew("a", "b");

        assertThat(driver.quality("b").received()).isGreaterThanOrEqualTo(before);
        await().atMost(LONG).until(() -> driver.quality("b").received() > before + 100);
        assertThat(driver.quality("b").opinionScore()).isPositive();
    }

    @Test
    void theOfferFromTheOtherNodeContinuesTheSession() throws Exception {
        driver.createConnection("a", "leg", "call");
        driver.createConnection("b", "leg", "call");
        driver.generateOffer("a", Peer.PHONE);
        String offer = described("a", Type.OFFER_GENERATED);
        driver.processOffer("b", offer);
        driver.processAnswer("a", described("b", Type.ANSWER_GENERATED));

        busy().close();
        awaitMoved("a", "b");
        driver.generateOffer("a", Peer.PHONE);

        String renewed = described("a", Type.OFFER_GENERATED);
        assertThat(originOf(renewed).split(" ")[1]).isEqualTo(originOf(offer).split(" ")[1]);
        assertThat(Long.parseLong(originOf(renewed).split(" ")[2])).isEqualTo(2);
        assertThat(renewed)
                .doesNotContain(offer.lines()
                        .filter(line -> line.startsWith("m="))
                        .findFirst()
                        .orElseThrow());
    }

    private static String originOf(String sdp) {
        return sdp.lines().filter(line -> line.startsWith("o=")).findFirst().orElseThrow();
    }

    @Test
    void withoutAnotherNodeAndBeforeThePeerIsKnownConnectionsFail() throws Exception {
        driver.createConnection("early", "leg", "call");
        talk("a", "b");

        busy().close();
        awaitMoved("a", "b");
        events.await("early", ConnectionEvent.class, event -> event.type() == ConnectionEvent.Type.FAILED);
        events.awaitGone("early");
        busy().close();

        events.await("a", ConnectionEvent.class, event -> event.type() == ConnectionEvent.Type.FAILED);
        events.awaitGone("a");
        events.awaitGone("b");
        assertThat(driver.exists("a")).isFalse();
        assertThatThrownBy(() -> driver.createConnection("c", "leg", "call")).isInstanceOf(MediaException.class);
    }

    @Test
    void aNodeAboutToStopKeepsItsCallsAndGetsNoMore() throws Exception {
        driver.createConnection("a1", "leg", "call-a");
        TestNode leaving = busy();
        leaving.node().drain();
        await().atMost(LONG).until(() -> driver.nodes().stream().anyMatch(MediaNodeStatus::draining));

        driver.createConnection("b", "leg", "call-b");
        driver.createConnection("c", "leg", "call-c");
        driver.createConnection("a2", "leg", "call-a");

        await().atMost(LONG).untilAsserted(() -> assertThat(driver.nodes())
                .allSatisfy(node -> assertThat(node.connections()).isEqualTo(2)));
    }

    @Test
    void aConnectionThatChangesItsCallGoesToThatCallsNodeAndIsHeardThere() throws Exception {
        talk("a", "b", "call-1");
        talk("c", "d", "call-2");

        assertThat(driver.regroup("b", "call-1")).isFalse();
        assertThat(driver.regroup("c", "call-1")).isTrue();
        awaitMoved("c");
        renew("c", "d");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("a", "c"));

        await().atMost(LONG).untilAsserted(() -> assertThat(nodes)
                .extracting(node -> node.engine().statistics().connections())
                .containsExactlyInAnyOrder(3, 1));
        driver.release("c");
        events.awaitGone("c");
    }

    @Test
    void nothingIsLeftOfConnectionsThatWereMoved() throws Exception {
        talk("a", "b");
        busy().close();
        awaitMoved("a", "b");

        driver.release("a");
        driver.release("b");

        events.awaitGone("a");
        events.awaitGone("b");
        await().atMost(LONG).until(() -> nodes.stream()
                .allMatch(node -> node.engine().statistics().portsInUse() == 0));
        assertThat(driver.exists("a")).isFalse();
    }
}
