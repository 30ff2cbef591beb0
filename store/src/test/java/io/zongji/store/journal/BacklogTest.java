package io.zongji.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.journal.JournalEntry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BacklogTest {

    private static final int ENTRIES = 30_000;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {1, 10, 1_000, 100_000})
    void aReaderThatFallsBehindMissesNothingWhateverMemoryHolds(int inMemory) throws Exception {
        WriteAheadLog log = WriteAheadLog.open(directory, 50_000);
        Backlog backlog = new Backlog(log, 0, inMemory);
        Thread appender = new Thread(() -> appendInFrames(log, backlog));
        appender.start();
        Random random = new Random(inMemory);
        long position = 0;
        while (position < ENTRIES) {
            backlog.await(position, 1_000);
            for (Positioned each : backlog.after(position, 1 + random.nextInt(200))) {
                assertThat(each.position()).isEqualTo(position + 1);
                position = each.position();
            }
        }
        appender.join();
        assertThat(backlog.after(position, 10)).isEmpty();
        backlog.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 1_000})
    void whatTheDatabaseDidNotTakeIsGivenAgain(int inMemory) throws Exception {
        WriteAheadLog log = WriteAheadLog.open(directory, 50_000);
        Backlog backlog = new Backlog(log, 0, inMemory);
        appendInFrames(log, backlog, 100);
        List<Positioned> first = backlog.after(0, 20);
        assertThat(backlog.after(0, 20)).isEqualTo(first).hasSizeBetween(20, 25);
        assertThat(backlog.after(50, 1).get(0).position()).isEqualTo(51);
    }

    private static void appendInFrames(WriteAheadLog log, Backlog backlog) {
        appendInFrames(log, backlog, ENTRIES);
    }

    private static void appendInFrames(WriteAheadLog log, Backlog backlog, int count) {
        List<JournalEntry> entries = Entries.answeredCall(1);
        Random random = new Random(7);
        long position = 1;
        while (position <= count) {
            int size = (int) Math.min(1 + random.nextInt(5), count - position + 1);
            List<JournalEntry> some = entries.subList(0, size);
            try {
                log.append(new Frame(
                        position, some.stream().map(EntryCodec::encode).toList()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            backlog.add(position, some);
            position += size;
        }
    }
}
