package io.zongji.store.recording;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Keeps files in a folder: of this machine, or one that is mounted from a file server. */
public final class FolderStorage implements RecordingStorage {
    private final Path folder;

    public FolderStorage(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public void put(String name, Path source) throws IOException {
        Path target = resolve(name);
        Files.createDirectories(target.getParent());
        Path half = target.resolveSibling(target.getFileName() + ".part");
        Files.copy(source, half, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(half, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public AudioFile open(String name) throws IOException {
        Path path = resolve(name);
        if (!Files.isRegularFile(path)) {
            throw new FileNotFoundException("No file " + name);
        }
        return AudioFile.plain(path);
    }

    @Override
    public void delete(String name) throws IOException {
        Files.deleteIfExists(resolve(name));
    }

    /** Even a row that was tampered with leads nowhere else. */
    private Path resolve(String name) throws IOException {
        Path path = folder.resolve(name).normalize();
        if (!path.startsWith(folder) || path.equals(folder)) {
            throw new FileNotFoundException("Not below the folder: " + name);
        }
        return path;
    }
}
