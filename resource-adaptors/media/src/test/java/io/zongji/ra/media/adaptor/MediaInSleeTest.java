package io.zongji.ra.media.adaptor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.slee.testkit.TestSlee;
import java.nio.file.Path;
import java.time.Duration;
import javax.slee.ServiceID;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.ResourceAdaptorID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The adaptor in the real SLEE, used by a service through its descriptors. */
class MediaInSleeTest {
    private static final ServiceID SERVICE = new ServiceID("PromptService", "io.zongji.test", "1.0");

    @TempDir
    Path recordings;

    private final TestSlee slee = new TestSlee();

    @BeforeEach
    void install() {
        PromptSbb.SEEN.clear();
        PromptSbb.rollBack = false;
        ClassLoader loader = getClass().getClassLoader();
        ConfigProperties properties = new ConfigProperties();
        properties.addProperty(new ConfigProperties.Property("firstPort", "java.lang.Integer", 29_000));
        properties.addProperty(new ConfigProperties.Property("lastPort", "java.lang.Integer", 29_499));
        properties.addProperty(
                new ConfigProperties.Property("recordingsDirectory", "java.lang.String", recordings.toString()));
        slee.install(MediaResourceAdaptor.class);
        slee.install(TestSlee.unitRoot(loader, "io/zongji/ra/media/unit"), loader);
        slee.resourceAdaptor(new ResourceAdaptorID("MediaResourceAdaptor", "io.zongji", "1.0"), "MediaRA", properties);
    }

    @AfterEach
    void stop() {
        slee.close();
    }

    private void seen(String... words) {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(PromptSbb.SEEN).contains(words));
    }

    @Test
    void aServiceAnswersPlaysRecordsAndLeavesNothing() {
        slee.activate(SERVICE);

        seen("ANSWER_GENERATED", "recorder STARTED", "played one END_OF_PLAY_LIST", "recorder COMPLETED");
        seen("end of DrivenConnection", "end of DrivenRecorder");
        assertThat(PromptSbb.SEEN).hasSize(6);
        nothingIsLeft();
        assertThat(recordings.resolve("rec.wav")).isRegularFile();
    }

    @Test
    void aConnectionOfARolledBackTransactionIsNotLeftBehind() {
        PromptSbb.rollBack = true;

        slee.activate(SERVICE);

        seen("rolling back");
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThat(slee.statistics().activityCount()).isZero());
    }
}
