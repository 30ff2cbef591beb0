package io.zongji.slee.container.deploy;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Optional;

/** A jar or a directory whose files are read by their path. */
interface Archive extends Closeable {

    /** Opens a file of the archive; empty if there is none. */
    Optional<InputStream> open(String path) throws IOException;

    /** The archive behind an entry, itself a jar or a directory; empty if there is none. */
    Optional<Archive> nested(String path) throws IOException;

    /** Where a class loader finds this archive's classes. */
    URL location() throws IOException;

    @Override
    default void close() throws IOException {}

    /** A path below the archive's root in its shortest form. Paths that lead out of the archive are refused. */
    static String inside(String path) throws IOException {
        Path normal = Path.of(path.startsWith("/") ? path.substring(1) : path).normalize();
        if (normal.isAbsolute() || normal.startsWith("..")) {
            throw new IOException("'" + path + "' leads out of the archive");
        }
        return normal.toString().replace('\\', '/');
    }
}
