package io.zongji.slee.container.deploy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** A jar or directory on disk. Jars inside a jar are copied to the scratch directory, where class loaders can use them. */
final class FileArchive implements Archive {

    private final Path file;
    private final Path scratch;
    private final FileSystem zip;
    private final Path root;

    FileArchive(Path file, Path scratch) throws IOException {
        this.file = file;
        this.scratch = scratch;
        this.zip = Files.isDirectory(file) ? null : FileSystems.newFileSystem(file, (ClassLoader) null);
        this.root = zip == null ? file : zip.getPath("/");
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        Path wanted = root.resolve(Archive.inside(path));
        return Files.isRegularFile(wanted)
                ? Optional.of(new BufferedInputStream(Files.newInputStream(wanted)))
                : Optional.empty();
    }

    @Override
    public Optional<Archive> nested(String path) throws IOException {
        Path wanted = root.resolve(Archive.inside(path));
        if (zip == null && Files.exists(wanted)) {
            return Optional.of(new FileArchive(wanted, scratch));
        }
        if (!Files.isRegularFile(wanted)) {
            return Optional.empty();
        }
        Path copy = Files.createTempFile(Files.createDirectories(scratch), "", "-" + wanted.getFileName());
        Files.copy(wanted, copy, StandardCopyOption.REPLACE_EXISTING);
        return Optional.of(new FileArchive(copy, scratch));
    }

    @Override
    public URL location() throws IOException {
        return file.toUri().toURL();
    }

    @Override
    public void close() throws IOException {
        if (zip != null) {
            zip.close();
        }
    }
}
