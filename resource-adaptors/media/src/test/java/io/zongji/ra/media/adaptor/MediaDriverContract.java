package io.zongji.ra.media.adaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.media.MediaSettings;
import io.zongji.media.recording.RecordingRepair;
import io.zongji.media.sdp.SrtpPolicy;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager.Peer;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SdpPortManagerEvent.Type;
import io.zongji.ra.media.SignalDetectorEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every driver does, wherever its media server runs. */
public abstract class MediaDriverContract {
    protected static final int PORTS = 4;
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final int WAV_HEADER = 44;
    private static final int LOUD = 1000;

    protected final ToldEvents events = new ToldEvents();
    protected MediaDriver driver;

    @TempDir
    protected Path recordings;

    /** A driver whose media servers together have {@link #PORTS} ports from here, started and ready. */
    protected abstract MediaDriver start(int firstPort) throws Exception;

    /** Each its own, so that the test classes may run beside each other. */
    protected abstract int firstPort();

    @BeforeEach
    void start() throws Exception {
        driver = start(firstPort());
    }

    @AfterEach
    void stop() {
        driver.stop();
    }

    protected static MediaSettings settings(int firstPort, int ports, Path recordings) throws IOException {
        return new MediaSettings(
                InetAddress.getByName("127.0.0.1"),
                null,
                firstPort,
                firstPort + 2 * ports - 1,
                Duration.ZERO,
                Duration.ZERO,
                recordings,
                Locale.CHINA,
                SrtpPolicy.ALLOWED);
    }

    @Test
    void twoConnectionsAgreeByOfferAndAnswer() throws Exception {
        talk("a", "b");

        await().atMost(LONG).until(() -> driver.quality("a") != null);
        assertThat(driver.exists("a")).isTrue();
        assertThat(driver.exists("x")).isFalse();
    }

    @Test
    void nonsenseIsAnsweredWithItsError() throws Exception {
        driver.createConnection("a", "leg", "call");

        driver.processOffer("a", "v=nonsense");

        assertThat(events.await("a", SdpPortManagerEvent.class)).satisfies(event -> {
            assertThat(event.type()).isEqualTo(Type.FAILED);
            assertThat(event.error()).isEqualTo(MediaError.SDP_INVALID);
        });
    }

    @Test
    void playsAndCollectionsEndWithTheirOwnNames() throws Exception {
        talk("a", "b");

        driver.play("a", PlayRequest.once("p1", List.of("digits/1"), false));
        driver.play("b", PlayRequest.once("p2", List.of("no such prompt"), false));
        driver.collect("a", new CollectRequest("k", 1, '#', Duration.ofMillis(10), Duration.ofMillis(10)));

        assertThat(events.await("b", PlayerEvent.class))
                .isEqualTo(new PlayerEvent("p2", PlayerEvent.Reason.FAILED, MediaError.PROMPT_UNAVAILABLE));
        assertThat(events.await("a", PlayerEvent.class))
                .isEqualTo(new PlayerEvent("p1", PlayerEvent.Reason.END_OF_PLAY_LIST, MediaError.NONE));
        assertThat(events.await("a", SignalDetectorEvent.class))
                .isEqualTo(new SignalDetectorEvent("k", SignalDetectorEvent.Reason.FIRST_DIGIT_TIMEOUT, ""));
    }

    @Test
    void aLoopAndACollectionEndWhenTheyAreStopped() throws Exception {
        talk("a", "b");

        driver.play("a", PlayRequest.looped("music", List.of("digits/1")));
        driver.collect("a", new CollectRequest("k", 1, null, Duration.ofHours(1), Duration.ofHours(1)));
        driver.stopPlay("a");
        driver.flushDigits("a");
        driver.stopCollecting("a");

        assertThat(events.await("a", PlayerEvent.class).reason()).isEqualTo(PlayerEvent.Reason.STOPPED);
        assertThat(events.await("a", SignalDetectorEvent.class).reason()).isEqualTo(SignalDetectorEvent.Reason.STOPPED);
    }

    @Test
    void whoIsJoinedIsHeardAndRecorded() throws Exception {
        talk("a", "b");
        talk("c", "d");

        driver.join("b", Direction.DUPLEX, "c");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "day/rec.wav"), List.of("d"));
        driver.startRecorder("r");
        events.await("r", RecorderEvent.class, event -> event.type() == RecorderEvent.Type.STARTED);
        driver.play("a", PlayRequest.once("p", List.of("digits/1", "digits/2"), false));
        events.await("a", PlayerEvent.class);
        driver.pauseRecorder("r");
        driver.resumeRecorder("r");
        driver.stopRecorder("r");

        RecorderEvent completed = events.await("r", RecorderEvent.class);
        assertThat(completed.type()).isEqualTo(RecorderEvent.Type.COMPLETED);
        assertThat(completed.sha256()).matches("[0-9a-f]{64}");
        assertThat(completed.duration()).isPositive();
        assertThat(loudest(recordings.resolve("day/rec.wav"))).isGreaterThan(LOUD);
        events.awaitGone("r");
    }

    @Test
    void whoIsNotJoinedAnyMoreIsNotHeard() throws Exception {
        talk("a", "b");
        talk("c", "d");

        driver.join("b", Direction.DUPLEX, "c");
        driver.unjoin("c", "b");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("d"));
        driver.startRecorder("r");
        driver.play("a", PlayRequest.once("p", List.of("digits/1"), false));
        events.await("a", PlayerEvent.class);
        driver.release("d");

        RecorderEvent completed = events.await("r", RecorderEvent.class, event -> event.reason() != null);
        assertThat(completed.reason()).isEqualTo(RecorderEvent.StopReason.CONNECTIONS_GONE);
        assertThat(loudest(recordings.resolve("rec.wav"))).isZero();
    }

    @Test
    void theCodecOfAnotherIsOfferedFirst() throws Exception {
        driver.createConnection("a", "leg", "call");
        driver.createConnection("b", "leg", "call");
        driver.processOffer("a", "v=0\r\nc=IN IP4 127.0.0.1\r\nm=audio 9 RTP/AVP 9\r\n");

        driver.preferCodec("b", "a");
        driver.generateOffer("b", Peer.PHONE);

        assertThat(events.await("b", SdpPortManagerEvent.class).sdp()).contains("RTP/AVP 9 8 0 ");
    }

    @Test
    void aReleasedConnectionIsGoneAndIgnoresRequests() throws Exception {
        talk("a", "b");

        driver.release("a");
        driver.release("a");
        events.awaitGone("a");
        driver.play("a", PlayRequest.once("late", List.of("digits/1"), false));
        driver.join("a", Direction.DUPLEX, "b");

        assertThat(driver.exists("a")).isFalse();
        assertThat(driver.quality("a")).isNull();
        assertThatThrownBy(
                        () -> driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("a")))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isEqualTo(MediaError.INVALID_STATE));
        driver.release("b");
        await().atMost(LONG).until(() -> driver.statistics().portsInUse() == 0);
        assertThat(events.of("a")).containsOnlyOnce((Object) null);
    }

    @Test
    void exhaustedPortsAreTold() throws Exception {
        for (int i = 0; i < PORTS; i++) {
            driver.createConnection("c" + i, "leg", "call");
        }

        assertThatThrownBy(() -> driver.createConnection("more", "leg", "call"))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isEqualTo(MediaError.RESOURCE_UNAVAILABLE));
        assertThat(driver.exists("more")).isFalse();
    }

    @Test
    void anAbandonedRecordingIsFoundByTheNextStart() throws Exception {
        talk("a", "b");
        driver.createRecorder("r", RecorderSettings.conversation("rec", "rec.wav"), List.of("a"));
        driver.startRecorder("r");
        events.await("r", RecorderEvent.class, event -> event.type() == RecorderEvent.Type.STARTED);

        driver.abandonRecorder("r");

        events.awaitGone("r");
        assertThat(RecordingRepair.one(recordings, "rec"))
                .hasValueSatisfying(result -> assertThat(result.file()).isEqualTo("rec.wav"));
    }

    /** What one plays, the other hears as its phone. */
    protected final void talk(String offerer, String answerer) throws MediaException {
        talk(offerer, answerer, "call");
    }

    protected final void talk(String offerer, String answerer, String call) throws MediaException {
        driver.createConnection(offerer, "leg-" + offerer, call);
        driver.createConnection(answerer, "leg-" + answerer, call);
        renew(offerer, answerer);
    }

    /** Another offer and answer of the two. */
    protected final void renew(String offerer, String answerer) {
        driver.generateOffer(offerer, Peer.PHONE);
        driver.processOffer(answerer, described(offerer, Type.OFFER_GENERATED));
        driver.processAnswer(offerer, described(answerer, Type.ANSWER_GENERATED));
        events.await(offerer, SdpPortManagerEvent.class, event -> event.type() == Type.ANSWER_PROCESSED);
    }

    protected final String described(String connection, Type type) {
        return events.await(connection, SdpPortManagerEvent.class, event -> event.type() == type)
                .sdp();
    }

    protected static int loudest(Path wav) throws IOException {
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(wav)).order(ByteOrder.LITTLE_ENDIAN);
        int loudest = 0;
        for (int at = WAV_HEADER; at + 1 < file.capacity(); at += 2) {
            loudest = Math.max(loudest, Math.abs(file.getShort(at)));
        }
        return loudest;
    }
}
