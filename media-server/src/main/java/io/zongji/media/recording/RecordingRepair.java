package io.zongji.media.recording;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finishes the recordings that a crash left unfinished: the header is set to what the file really holds. Recordings that
 * were complete, but whose end nobody heard of, are told of as they are. To be run before
 * the media server starts, since everything marked as in progress counts as left over.
 */
public final class RecordingRepair {
    private static final Logger log = LoggerFactory.getLogger(RecordingRepair.class);

    private RecordingRepair() {}

    /** Repairs what is marked in the folder and returns it; what cannot be repaired is logged and left. */
    public static List<RecordingResult> run(Path recordings) throws IOException {
        RecordingFolder folder = new RecordingFolder(recordings);
        List<RecordingResult> repaired = new ArrayList<>();
        if (!Files.isDirectory(folder.marks())) {
            return repaired;
        }
        List<Path> marks;
        try (Stream<Path> files = Files.list(folder.marks())) {
            marks = files.sorted().toList();
        }
        for (Path mark : marks) {
            repair(folder, mark).ifPresent(repaired::add);
        }
        return repaired;
    }

    /**
     * Repairs one recording, whose writer is taken for dead while others go on. Should it live, what it writes on is not
     * in the repaired file.
     *
     * @return empty if no such recording was in progress, or it cannot be repaired
     */
    public static Optional<RecordingResult> one(Path recordings, String id) {
        RecordingFolder folder = new RecordingFolder(recordings);
        Path mark = folder.markOf(id);
        if (!Files.isRegularFile(mark)) {
            return Optional.empty();
        }
        try {
            detach(folder, mark);
        } catch (IOException e) {
            log.warn("Recording in progress cannot be taken from its writer: {}", mark, e);
            return Optional.empty();
        }
        return repair(folder, mark);
    }

    /** Puts a copy in the place of the file, which whoever has it open does not see. */
    private static void detach(RecordingFolder folder, Path mark) throws IOException {
        String[] lines = Files.readString(mark).split("\n");
        if (lines.length < 2 || !Files.isRegularFile(folder.resolve(lines[1]))) {
            return;
        }
        Path path = folder.resolve(lines[1]);
        Path copy = path.resolveSibling(path.getFileName() + ".repair");
        Files.copy(path, copy, StandardCopyOption.REPLACE_EXISTING);
        Files.move(copy, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private static Optional<RecordingResult> repair(RecordingFolder folder, Path mark) {
        try {
            String[] lines = Files.readString(mark).split("\n");
            if (lines.length < 2 || !Files.isRegularFile(folder.resolve(lines[1]))) {
                Files.delete(mark);
                return Optional.empty();
            }
            RecordingResult result = fix(folder.resolve(lines[1]), lines[0], lines[1]);
            Files.delete(mark);
            return Optional.of(result);
        } catch (IOException e) {
            log.warn("Recording in progress cannot be repaired: {}", mark, e);
            return Optional.empty();
        }
    }

    private static RecordingResult fix(Path path, String id, String file) throws IOException {
        int channels;
        long dataBytes;
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(WavHeader.SIZE).order(ByteOrder.LITTLE_ENDIAN);
            channel.read(header, 0);
            channels = header.position() < WavHeader.SIZE ? 1 : Math.max(1, header.getShort(22));
            boolean complete = header.position() == WavHeader.SIZE && header.getInt(4) + 8L == channel.size();
            if (complete) {
                dataBytes = header.getInt(40);
            } else {
                int frame = channels * WavHeader.BYTES_A_SAMPLE;
                dataBytes = Math.max(0, channel.size() - WavHeader.SIZE) / frame * frame;
                channel.truncate(WavHeader.SIZE + dataBytes);
                channel.write(WavHeader.of(channels, dataBytes, 0), 0);
            }
        }
        return new RecordingResult(
                id, file, RecordingFile.durationOf(dataBytes, channels), Files.size(path), RecordingFile.sha256(path));
    }
}
