package io.zongji.ra.media.adaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.zongji.media.DigitCollection;
import io.zongji.media.MediaFailure;
import io.zongji.media.Play;
import io.zongji.media.RecordingOrder;
import io.zongji.media.recording.RecordingRepair;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.Recorder;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SignalDetectorEvent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.InvalidConfigurationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaResourceAdaptorTest {
    private static final String OFFER =
            "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio 45000 RTP/AVP 8\r\n";

    /** Apart from those of another build on the same machine. */
    private static final int FIRST_PORT =
            27_000 + (int) (ProcessHandle.current().pid() % 200) * 10;

    @TempDir
    Path directory;

    private final FakeSlee slee = new FakeSlee();
    private final MediaResourceAdaptor adaptor = new MediaResourceAdaptor();
    private MediaControl control;

    @BeforeEach
    void activate() throws Exception {
        slee.adaptor(adaptor);
        adaptor.setResourceAdaptorContext(slee.context());
        ConfigProperties properties = configuration();
        adaptor.raVerifyConfiguration(properties);
        adaptor.raConfigure(properties);
        adaptor.raActive();
        control = (MediaControl) adaptor.getResourceAdaptorInterface(MediaControl.class.getName());
        slee.inTransaction(true);
    }

    @AfterEach
    void deactivate() {
        adaptor.raStopping();
        adaptor.raInactive();
        adaptor.raUnconfigure();
        adaptor.unsetResourceAdaptorContext();
    }

    private ConfigProperties configuration() {
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("bindAddress", "java.lang.String", "127.0.0.1"));
        properties.addProperty(new ConfigProperties.Property("advertisedAddress", "java.lang.String", "auto"));
        properties.addProperty(new ConfigProperties.Property("publicAddress", "java.lang.String", "none"));
        properties.addProperty(new ConfigProperties.Property("firstPort", "java.lang.Integer", FIRST_PORT));
        properties.addProperty(new ConfigProperties.Property("lastPort", "java.lang.Integer", FIRST_PORT + 5));
        properties.addProperty(new ConfigProperties.Property("portRestSeconds", "java.lang.Integer", 0));
        properties.addProperty(new ConfigProperties.Property("rtpTimeoutSeconds", "java.lang.Integer", 30));
        properties.addProperty(new ConfigProperties.Property(
                "promptDirectory",
                "java.lang.String",
                directory.resolve("prompts").toString()));
        properties.addProperty(
                new ConfigProperties.Property("recordingsDirectory", "java.lang.String", directory.toString()));
        properties.addProperty(new ConfigProperties.Property("defaultLanguage", "java.lang.String", "zh"));
        properties.addProperty(new ConfigProperties.Property("country", "java.lang.String", "CN"));
        properties.addProperty(new ConfigProperties.Property("speechCommand", "java.lang.String", "none"));
        properties.addProperty(new ConfigProperties.Property("speechUrl", "java.lang.String", "none"));
        properties.addProperty(new ConfigProperties.Property("speechTimeoutSeconds", "java.lang.Integer", 10));
        properties.addProperty(new ConfigProperties.Property("srtp", "java.lang.String", "allowed"));
        properties.addProperty(new ConfigProperties.Property("nodes", "java.lang.String", "local"));
        properties.addProperty(new ConfigProperties.Property(
                "secretFile", "java.lang.String", directory.resolve("secret").toString()));
        return properties;
    }

    private <T> T event(Class<T> type) {
        await().atMost(Duration.ofSeconds(5)).until(() -> slee.events().stream().anyMatch(type::isInstance));
        return type.cast(
                slee.events().stream().filter(type::isInstance).findFirst().orElseThrow());
    }

    @Test
    void aConnectionMadeInATransactionStartsSuspended() throws Exception {
        control.createNetworkConnection("leg");
        slee.inTransaction(false);
        control.createNetworkConnection("leg");

        assertThat(slee.calls()).containsExactly("startActivitySuspended", "startActivity");
    }

    @Test
    void outcomesComeAsEventsOnTheActivity() throws Exception {
        NetworkConnection connection = control.createNetworkConnection("leg");

        connection.sdpPortManager().processSdpOffer(OFFER);
        connection.player().play(PlayRequest.once("p", List.of("digits/1"), false));
        connection
                .signalDetector()
                .receiveSignals(new CollectRequest("c", 1, null, Duration.ofMillis(10), Duration.ofMillis(10)));

        SdpPortManagerEvent answer = event(SdpPortManagerEvent.class);
        assertThat(answer.type()).isEqualTo(SdpPortManagerEvent.Type.ANSWER_GENERATED);
        assertThat(answer.sdp()).contains("m=audio " + FIRST_PORT).contains("a=rtpmap:8 PCMA/8000");
        assertThat(event(SignalDetectorEvent.class))
                .isEqualTo(new SignalDetectorEvent("c", SignalDetectorEvent.Reason.FIRST_DIGIT_TIMEOUT, ""));
        assertThat(event(PlayerEvent.class))
                .isEqualTo(new PlayerEvent("p", PlayerEvent.Reason.END_OF_PLAY_LIST, MediaError.NONE));
    }

    @Test
    void theCodecOfThePeerIsOfferedFirst() throws Exception {
        NetworkConnection caller = control.createNetworkConnection("caller");
        caller.sdpPortManager().processSdpOffer(OFFER.replace("RTP/AVP 8", "RTP/AVP 9"));
        event(SdpPortManagerEvent.class);
        NetworkConnection agent = control.createNetworkConnection("agent");

        agent.preferCodecOf(caller);
        agent.sdpPortManager().generateSdpOffer();

        await().atMost(Duration.ofSeconds(5)).until(() -> slee.events().stream()
                .anyMatch(event -> event instanceof SdpPortManagerEvent offer
                        && offer.type() == SdpPortManagerEvent.Type.OFFER_GENERATED
                        && offer.sdp().contains("RTP/AVP 9 8 0 ")));
    }

    @Test
    void qualityIsKnownWhileTheConnectionIsThere() throws Exception {
        NetworkConnection connection = control.createNetworkConnection("leg");
        assertThat(connection.quality().received()).isZero();
        assertThat(connection.quality().opinionScore()).isNull();

        connection.release();

        await().atMost(Duration.ofSeconds(5)).until(() -> connection.quality() == null);
    }

    @Test
    void theActivityEndsWithTheReleaseOfTheConnection() throws Exception {
        NetworkConnection connection = control.createNetworkConnection("leg");
        assertThat(adaptor.getActivity(adaptor.getActivityHandle(connection))).isSameAs(connection);

        connection.release();
        connection.release();

        await().until(() -> slee.activities().isEmpty());
        assertThat(slee.calls()).containsOnlyOnce("endActivity");
        assertThat(adaptor.getActivityHandle(connection)).isNull();
        connection.player().play(PlayRequest.once("late", List.of("welcome"), false));
    }

    @Test
    void aConnectionThatNobodyIsAttachedToIsReleased() throws Exception {
        NetworkConnection connection = control.createNetworkConnection("leg");

        adaptor.activityUnreferenced(adaptor.getActivityHandle(connection));

        await().until(() -> slee.activities().isEmpty());
        assertThat(adaptor.statistics().portsInUse()).isZero();
    }

    @Test
    void anActivityEndedByTheSleeFreesItsPort() throws Exception {
        NetworkConnection connection = control.createNetworkConnection("leg");

        adaptor.activityEnded(adaptor.getActivityHandle(connection));

        await().until(() -> adaptor.statistics().portsInUse() == 0);
    }

    @Test
    void exhaustedPortsAreToldAtOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            control.createNetworkConnection("leg");
        }

        assertThatThrownBy(() -> control.createNetworkConnection("one too many"))
                .isInstanceOfSatisfying(
                        MediaException.class, e -> assertThat(e.error()).isEqualTo(MediaError.RESOURCE_UNAVAILABLE));
        assertThat(slee.activities()).hasSize(3);
    }

    @Test
    void aRecorderEndsItsActivityAfterItsLastEvent() throws Exception {
        NetworkConnection caller = control.createNetworkConnection("caller");
        Recorder recorder = control.createRecorder(RecorderSettings.conversation("rec", "rec.wav"), List.of(caller));
        ActivityHandle handle = adaptor.getActivityHandle(recorder);

        recorder.start();
        await().until(() -> slee.events().size() == 1);
        recorder.stop();

        await().until(() -> !slee.activities().containsKey(handle));
        assertThat(slee.events()).hasSize(2);
        RecorderEvent completed = (RecorderEvent) slee.events().get(1);
        assertThat(completed.type()).isEqualTo(RecorderEvent.Type.COMPLETED);
        assertThat(completed.reason()).isEqualTo(RecorderEvent.StopReason.STOPPED);
        assertThat(completed.sha256()).matches("[0-9a-f]{64}");
        assertThat(directory.resolve("rec.wav")).hasSize(completed.size());
    }

    @Test
    void aRecordingWhoseActivityTheSleeEndedIsToldOfAtTheNextStart() throws Exception {
        NetworkConnection caller = control.createNetworkConnection("caller");
        Recorder recorder = control.createRecorder(RecorderSettings.conversation("rec", "rec.wav"), List.of(caller));
        recorder.start();
        await().until(() -> slee.events().size() == 1);

        adaptor.activityEnded(adaptor.getActivityHandle(recorder));
        await().until(() -> adaptor.statistics().recorders() == 0);
        adaptor.raInactive();

        assertThat(RecordingRepair.run(directory)).singleElement().satisfies(result -> assertThat(result.file())
                .isEqualTo("rec.wav"));
    }

    @Test
    void aRecorderThatWasNeverStartedGoesWithItsConnections() throws Exception {
        NetworkConnection caller = control.createNetworkConnection("caller");
        control.createRecorder(RecorderSettings.conversation("rec", "rec.wav"), List.of(caller));

        caller.release();

        await().until(() -> slee.activities().isEmpty());
        assertThatThrownBy(
                        () -> control.createRecorder(RecorderSettings.conversation("rec", "rec.wav"), List.of(caller)))
                .isInstanceOf(MediaException.class);
        assertThat(slee.activities()).isEmpty();
    }

    @Test
    void aStoppedAdaptorTakesNothingNew() {
        adaptor.raStopping();

        assertThatThrownBy(() -> control.createNetworkConnection("leg")).isInstanceOf(MediaException.class);
    }

    @Test
    void badConfigurationsAreNamed() {
        for (String name : List.of("bindAddress", "firstPort", "recordingsDirectory")) {
            ConfigProperties properties = configuration();
            properties.getProperty(name).setValue(null);
            assertThatThrownBy(() -> adaptor.raVerifyConfiguration(properties))
                    .isInstanceOf(InvalidConfigurationException.class)
                    .hasMessageContaining(name);
        }
        ConfigProperties foreign = configuration();
        foreign.getProperty("bindAddress").setValue("192.0.2.55");
        assertThatThrownBy(() -> adaptor.raVerifyConfiguration(foreign))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("bindAddress");
        ConfigProperties wrongOrder = configuration();
        wrongOrder.getProperty("firstPort").setValue(30_000);
        assertThatThrownBy(() -> adaptor.raVerifyConfiguration(wrongOrder))
                .isInstanceOf(InvalidConfigurationException.class);
    }

    @Test
    void mediaNodesNeedAddressesAndASecretThatIsNoWord() throws Exception {
        ConfigProperties properties = configuration();
        properties.getProperty("nodes").setValue("127.0.0.1:7001, [::1]:7002");
        assertThatThrownBy(() -> adaptor.raVerifyConfiguration(properties)).hasMessageContaining("secretFile");
        Files.writeString(directory.resolve("secret"), "short\n");
        assertThatThrownBy(() -> adaptor.raVerifyConfiguration(properties)).hasMessageContaining("secretFile");
        Files.writeString(directory.resolve("secret"), "long enough to be one\n");
        adaptor.raVerifyConfiguration(properties);
        properties.getProperty("nodes").setValue("somewhere");

        assertThatThrownBy(() -> adaptor.raVerifyConfiguration(properties))
                .isInstanceOf(InvalidConfigurationException.class)
                .hasMessageContaining("nodes");
    }

    @Test
    void theDescriptorsDefaultsAreAValidConfiguration() throws Exception {
        String descriptor;
        try (InputStream in = getClass().getResourceAsStream("/META-INF/resource-adaptor-jar.xml")) {
            descriptor = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher property = Pattern.compile(
                        "-name>(\\w+)</config-property-name>\\s*<config-property-type>(.*?)<.*?\\s*.*?-value>(.*?)<")
                .matcher(descriptor);
        ConfigProperties properties = new ConfigProperties();
        while (property.find()) {
            Object value = ConfigProperties.Property.toObject(property.group(2), property.group(3));
            properties.addProperty(new ConfigProperties.Property(property.group(1), property.group(2), value));
        }

        assertThat(properties.getProperties()).hasSize(configuration().getProperties().length);
        adaptor.raVerifyConfiguration(properties);
    }

    @Test
    void everyWordOfTheMediaServerHasItsCounterpart() {
        assertThat(List.of(MediaFailure.values())).allSatisfy(failure -> MediaError.valueOf(failure.name()));
        assertThat(List.of(Play.End.values())).allSatisfy(end -> PlayerEvent.Reason.valueOf(end.name()));
        assertThat(List.of(DigitCollection.End.values()))
                .allSatisfy(end -> SignalDetectorEvent.Reason.valueOf(end.name()));
        assertThat(List.of(RecordingOrder.End.values()))
                .allSatisfy(end -> RecorderEvent.StopReason.valueOf(end.name()));
    }
}
