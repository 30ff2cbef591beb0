package io.zongji.media.recording;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/**
 * The folder that recordings lie in, and a mark for each one in progress, which tells the next start what a crash left
 * unfinished. A recording's file is a path below the folder.
 */
final class RecordingFolder {
    private static final String MARKS = ".in-progress";

    private final Path root;

    RecordingFolder(Path root) {
        this.root = root.toAbsolutePath().normalize();
    }

    /**
     * The file's place; its folders are made.
     *
     * @throws IOException if the path leads out of the folder, or cannot be made
     */
    Path place(String file) throws IOException {
        Path path = resolve(file);
        make(path.getParent());
        return path;
    }

    /** Asks first: for a folder that is there, making it costs two exceptions. */
    private static void make(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder);
        }
    }

    Path resolve(String file) throws IOException {
        Path path = root.resolve(file).normalize();
        if (!path.startsWith(root) || path.equals(root) || path.startsWith(marks())) {
            throw new IOException("Not a path below the recordings folder: " + file);
        }
        return path;
    }

    Path marks() {
        return root.resolve(MARKS);
    }

    /** Marks a recording as in progress. */
    Path mark(String id, String file) throws IOException {
        make(marks());
        return Files.writeString(markOf(id), id + "\n" + file);
    }

    /** Where the mark of a recording in progress is. */
    Path markOf(String id) {
        return marks().resolve(HexFormat.of().formatHex(id.getBytes(StandardCharsets.UTF_8)));
    }
}
