package io.zongji.store.journal;

import static org.assertj.core.api.Assertions.assertThat;

import io.zongji.domain.LegId;
import io.zongji.domain.agent.AgentState;
import io.zongji.domain.journal.AgentEvent;
import io.zongji.domain.journal.JournalEntry;
import io.zongji.domain.journal.NextStateEvent;
import io.zongji.domain.journal.StandingLegEvent;
import io.zongji.domain.journal.WrapUpEvent;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriteAheadLogTest {

    @TempDir
    Path directory;

    @Test
    void whatWasAppendedIsReadInOrderAcrossSegments() throws Exception {
        try (WriteAheadLog log = WriteAheadLog.open(directory, 200)) {
            for (int i = 1; i <= 50; i++) {
                log.append(frame(i, "entry " + i));
            }
        }
        assertThat(Segment.list(directory)).hasSizeGreaterThan(5);
        WriteAheadLog again = WriteAheadLog.open(directory, 200);
        assertThat(again.lastPosition()).isEqualTo(50);
        assertThat(read(again, 1)).hasSize(50).startsWith("entry 1", "entry 2").endsWith("entry 50");
        assertThat(read(again, 49)).containsExactly("entry 49", "entry 50");
        assertThat(read(again, 51)).isEmpty();
    }

    @Test
    void aLogCutAtAnyByteOfItsLastFrameKeepsAllFramesBefore() throws Exception {
        long whole;
        try (WriteAheadLog log = WriteAheadLog.open(directory, 1 << 20)) {
            log.append(frame(1, "first"));
            log.append(frame(2, "second"));
            whole = size();
            log.append(frame(3, "third", "fourth"));
        }
        byte[] bytes = Files.readAllBytes(file());
        for (int length = (int) whole; length < bytes.length; length++) {
            Files.write(file(), Arrays.copyOf(bytes, length));
            WriteAheadLog opened = WriteAheadLog.open(directory, 1 << 20);
            assertThat(opened.lastPosition()).as("cut at %d", length).isEqualTo(2);
            assertThat(size()).isEqualTo(whole);
            opened.append(frame(3, "again"));
            assertThat(read(opened, 1)).containsExactly("first", "second", "again");
            opened.close();
            Files.delete(Segment.at(directory, 3).path());
        }
    }

    @Test
    void aChangedByteIsNoticed() throws Exception {
        try (WriteAheadLog log = WriteAheadLog.open(directory, 1 << 20)) {
            log.append(frame(1, "first"));
            log.append(frame(2, "second"));
        }
        try (RandomAccessFile file = new RandomAccessFile(file().toFile(), "rw")) {
            file.seek(file.length() - 2);
            file.write('X');
        }
        WriteAheadLog opened = WriteAheadLog.open(directory, 1 << 20);
        assertThat(read(opened, 1)).containsExactly("first");
    }

    @Test
    void appliedSegmentsAreDeletedButTheLastRemembersThePosition() throws Exception {
        WriteAheadLog log = WriteAheadLog.open(directory, 200);
        for (int i = 1; i <= 50; i++) {
            log.append(frame(i, "entry " + i));
        }
        log.deleteUpTo(30);
        assertThat(read(log, 31)).hasSize(20);
        log.deleteUpTo(50);
        assertThat(Segment.list(directory)).hasSize(1);
        log.close();
        assertThat(WriteAheadLog.open(directory, 200).lastPosition()).isEqualTo(50);
    }

    @Test
    void aFileThatIsNoSegmentIsLeftAlone() throws Exception {
        Files.writeString(directory.resolve("notes.txt"), "mine");
        Files.writeString(directory.resolve("0000000000000000001.wal"), "short");
        WriteAheadLog log = WriteAheadLog.open(directory, 200);
        assertThat(log.lastPosition()).isZero();
        log.append(frame(1, "first"));
        assertThat(read(log, 1)).containsExactly("first");
        assertThat(directory.resolve("notes.txt")).hasContent("mine");
    }

    @Test
    void everyEntryIsReadBackAsItWas() {
        AgentEvent agent = new AgentEvent(
                Entries.agentIs("1001", AgentState.IDLE, 0).agent(),
                AgentState.REST,
                "午休",
                Entries.START.plusNanos(1),
                Entries.call(1));
        NextStateEvent next = new NextStateEvent(agent.agent(), AgentState.REST, "午餐", Entries.START.plusNanos(1));
        NextStateEvent usual = new NextStateEvent(agent.agent(), null, "", Entries.START.plusNanos(1));
        WrapUpEvent wrapUp = new WrapUpEvent(
                Entries.call(1), agent.agent(), List.of("resolved", "followUp"), "周一回电", Entries.START.plusNanos(2));
        StandingLegEvent rings = new StandingLegEvent(
                new LegId("standing-1-1"), agent.agent(), null, Entries.START.plusNanos(3), null, null, null);
        StandingLegEvent over = new StandingLegEvent(
                rings.leg(),
                agent.agent(),
                "电信",
                Entries.START,
                Entries.START.plusSeconds(4),
                Entries.START.plusSeconds(9),
                "normal");
        List<JournalEntry> entries = Stream.concat(
                        Entries.answeredCall(7).stream(), Stream.of(agent, next, usual, wrapUp, rings, over))
                .toList();
        assertThat(entries.stream().map(EntryCodec::encode).map(EntryCodec::decode))
                .containsExactlyElementsOf(entries);
    }

    private Path file() {
        return Segment.at(directory, 1).path();
    }

    private long size() throws IOException {
        return Files.size(file());
    }

    private static Frame frame(long position, String... entries) {
        return new Frame(
                position,
                Stream.of(entries)
                        .map(text -> text.getBytes(StandardCharsets.UTF_8))
                        .toList());
    }

    private static List<String> read(WriteAheadLog log, long from) throws IOException {
        List<String> entries = new ArrayList<>();
        try (LogCursor cursor = log.read(from)) {
            for (Optional<Frame> frame = cursor.next(); frame.isPresent(); frame = cursor.next()) {
                frame.get().entries().forEach(bytes -> entries.add(new String(bytes, StandardCharsets.UTF_8)));
            }
        }
        return entries;
    }
}
