package io.zongji.media.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.zongji.media.prompt.WavReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRepairTest {
    @TempDir
    Path recordings;

    @Test
    void aFileCutOffAtAnyByteIsPlayableAgain() throws IOException {
        for (int extra = 0; extra < 5; extra++) {
            RecordingFolder folder = new RecordingFolder(recordings);
            RecordingFile file = new RecordingFile(folder, "rec " + extra, "a/b" + extra + ".wav", 2);
            file.append(ByteBuffer.allocate(40_000));
            file.append(ByteBuffer.allocate(4000));
            file.abandon();
            Files.write(recordings.resolve("a/b" + extra + ".wav"), new byte[extra], StandardOpenOption.APPEND);
        }

        List<RecordingResult> repaired = RecordingRepair.run(recordings);

        assertThat(repaired).hasSize(5).allSatisfy(result -> {
            assertThat(result.duration()).isBetween(Duration.ofMillis(1375), Duration.ofMillis(1376));
            byte[] bytes = Files.readAllBytes(recordings.resolve(result.file()));
            assertThat(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt(40))
                    .isEqualTo(bytes.length - 44);
            assertThat(result.size()).isEqualTo(bytes.length);
            assertThat(result.sha256()).hasSize(64);
        });
        assertThat(RecordingRepair.run(recordings)).isEmpty();
    }

    @Test
    void anEmptyFileAndAMissingOneAreNoTrouble() throws IOException {
        RecordingFolder folder = new RecordingFolder(recordings);
        new RecordingFile(folder, "empty", "empty.wav", 2).abandon();
        new RecordingFile(folder, "gone", "gone.wav", 2).abandon();
        Files.write(recordings.resolve("empty.wav"), new byte[0]);
        Files.delete(recordings.resolve("gone.wav"));

        List<RecordingResult> repaired = RecordingRepair.run(recordings);

        assertThat(repaired).singleElement().satisfies(result -> assertThat(result.duration())
                .isZero());
        assertThat(WavReader.read(Files.readAllBytes(recordings.resolve("empty.wav")))
                        .samples())
                .isEmpty();
    }

    @Test
    void aKilledProcessLosesLessThanASecond() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        RecordingUntilKilled.class.getName(),
                        recordings.toString())
                .redirectErrorStream(true)
                .start();
        Path file = recordings.resolve("killed.wav");
        Path clock = recordings.resolve("started");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Files.exists(clock) && file.toFile().length() > 64_000);

        // The header of the file in progress is behind by a second at most.
        byte[] inProgress = Files.readAllBytes(file);
        int promised =
                ByteBuffer.wrap(inProgress).order(ByteOrder.LITTLE_ENDIAN).getInt(40);
        assertThat(inProgress.length - 44 - promised).isBetween(0, 2 * 32_000);
        long recordedNanos = System.nanoTime() - Long.parseLong(Files.readString(clock));
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);

        List<RecordingResult> repaired = RecordingRepair.run(recordings);

        assertThat(repaired).singleElement().satisfies(result -> assertThat(result.duration())
                .isGreaterThan(Duration.ofNanos(recordedNanos).minusMillis(1000)));
    }
}
