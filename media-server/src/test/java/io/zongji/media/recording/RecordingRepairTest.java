package io.zongji.media.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.awaitility.Awaitility.await;

import io.zongji.media.prompt.WavReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
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
    void oneRecordingIsTakenFromAWriterThatTurnsOutToLive() throws IOException {
        RecordingFolder folder = new RecordingFolder(recordings);
        RecordingFile file = new RecordingFile(folder, "rec", "a/rec.wav", 2);
        RecordingFile other = new RecordingFile(folder, "other", "a/other.wav", 2);
        file.append(ByteBuffer.allocate(32_000));
        other.append(ByteBuffer.allocate(32_000));

        RecordingResult result = RecordingRepair.one(recordings, "rec").orElseThrow();
        file.append(ByteBuffer.allocate(32_000));
        file.abandon();
        other.abandon();

        assertThat(result.duration()).isEqualTo(Duration.ofSeconds(1));
        assertThat(recordings.resolve("a/rec.wav")).hasSize(result.size());
        assertThat(RecordingRepair.one(recordings, "rec")).isEmpty();
        assertThat(RecordingRepair.run(recordings))
                .extracting(RecordingResult::id)
                .containsExactly("other");
    }

    @Test
    void aFinishedFileIsReadAgainAndMustBeWhatWasWritten() throws IOException {
        assertThat(finished("good", file -> {}).duration()).isEqualTo(Duration.ofSeconds(1));
        assertThatIOException().isThrownBy(() -> finished("shorter", file -> cutTo(file, 20_000)));
        assertThatIOException().isThrownBy(() -> finished("header", file -> flip(file, 22)));
        assertThatIOException().isThrownBy(() -> finished("audio", file -> flip(file, 10_000)));
        assertThatIOException()
                .isThrownBy(() -> unfinished("clock").sumUp(8_100))
                .withMessageContaining("8100");
    }

    private RecordingResult finished(String id, Consumer<Path> trouble) throws IOException {
        RecordingFile file = unfinished(id);
        trouble.accept(recordings.resolve(id + ".wav"));
        return file.sumUp(8_000);
    }

    private RecordingFile unfinished(String id) throws IOException {
        RecordingFile file = new RecordingFile(new RecordingFolder(recordings), id, id + ".wav", 2);
        file.append(ByteBuffer.allocate(16_000));
        file.mark("pause");
        file.append(ByteBuffer.allocate(16_000));
        file.close();
        return file;
    }

    private static void cutTo(Path file, int size) {
        change(file, bytes -> Arrays.copyOf(bytes, size));
    }

    private static void flip(Path file, int place) {
        change(file, bytes -> {
            bytes[place] ^= 1;
            return bytes;
        });
    }

    private static void change(Path file, UnaryOperator<byte[]> how) {
        try {
            Files.write(file, how.apply(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
