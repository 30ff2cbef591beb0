package io.zongji.store.journal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of the write-ahead log. Its name carries the position of its first entry, so a directory listing alone tells where the log
 * begins and where it goes on. The file starts with {@link #MAGIC}, frames follow (see {@link Frame}).
 */
record Segment(Path path, long firstPosition) {

    static final byte[] MAGIC = "ZJWAL\0\0\1".getBytes(StandardCharsets.ISO_8859_1);

    private static final String SUFFIX = ".wal";

    static Segment at(Path directory, long firstPosition) {
        return new Segment(directory.resolve("%019d%s".formatted(firstPosition, SUFFIX)), firstPosition);
    }

    /** All segments of a directory, oldest first. */
    static List<Segment> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(Segment::parse)
                    .flatMap(Optional::stream)
                    .sorted(Comparator.comparingLong(Segment::firstPosition))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list the journal directory " + directory, e);
        }
    }

    private static Optional<Segment> parse(Path file) {
        String name = file.getFileName().toString();
        if (!name.matches("\\d{19}\\.wal")) {
            return Optional.empty();
        }
        return Optional.of(new Segment(file, Long.parseLong(name.substring(0, 19))));
    }
}
