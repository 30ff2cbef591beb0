package io.zongji.slee.container.deploy;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** An archive of the class path, reached through whatever URL its class loader gave: file, jar or a server's own. */
final class UrlArchive implements Archive {

    private final URL root;

    /** The root of the archive, ending in a slash; the URL of a jar file is taken for the jar's content. */
    UrlArchive(URL root) throws IOException {
        String text = root.toString();
        if (text.endsWith("/")) {
            this.root = root;
        } else if (text.endsWith(".jar") && !text.startsWith("jar:")) {
            this.root = new URL("jar:" + text + "!/");
        } else {
            this.root = new URL(text + "/");
        }
    }

    @Override
    public Optional<InputStream> open(String path) throws IOException {
        URLConnection connection = new URL(root, Archive.inside(path)).openConnection();
        // A cached jar file would stay open after the unit is gone, and hide a newer one of the same name.
        connection.setUseCaches(false);
        try {
            return Optional.ofNullable(connection.getInputStream());
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<Archive> nested(String path) {
        return Optional.empty();
    }

    @Override
    public URL location() {
        return root;
    }
}
