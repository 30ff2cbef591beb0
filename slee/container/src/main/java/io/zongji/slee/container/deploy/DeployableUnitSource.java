package io.zongji.slee.container.deploy;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Where a deployable unit comes from: an archive of the class path, whose classes the server's loader already has, or a
 * jar or directory on disk, which gets a class loader and a scratch directory of its own until it is closed.
 *
 * <p>A {@code <jar>} entry "." stands for the archive root itself. That is our extension for units of the class path: one
 * plain jar can be the unit and all its component jars at once.
 */
public final class DeployableUnitSource implements Closeable {

    public static final String DESCRIPTOR = "META-INF/deployable-unit.xml";
    static final String DEPLOY_CONFIG = "META-INF/deploy-config.xml";
    private static final int PATIENCE_MILLIS = 60_000;

    private final String url;
    private final Archive root;
    private final ClassLoader parent;
    private final Path scratch;
    private final List<Archive> opened = new ArrayList<>();
    private UnitClassLoader ownLoader;

    private DeployableUnitSource(String url, Archive root, ClassLoader parent, Path scratch) {
        this.url = url;
        this.root = root;
        this.parent = parent;
        this.scratch = scratch;
    }

    /** A unit of the class path. The root is the URL of a jar or directory; the loader must have its classes. */
    public static DeployableUnitSource onClassPath(URL root, ClassLoader loader) throws IOException {
        requireNonNull(loader, "loader");
        UrlArchive archive = new UrlArchive(root);
        return new DeployableUnitSource(archive.location().toString(), archive, loader, null);
    }

    /** All units a class loader can see, in its order. */
    public static List<DeployableUnitSource> allOnClassPath(ClassLoader loader) throws IOException {
        List<DeployableUnitSource> sources = new ArrayList<>();
        for (URL descriptor : Collections.list(loader.getResources(DESCRIPTOR))) {
            String text = descriptor.toString();
            sources.add(onClassPath(new URL(text.substring(0, text.length() - DESCRIPTOR.length())), loader));
        }
        return sources;
    }

    /**
     * A unit on disk.
     *
     * @param file a jar or a directory of the same structure
     * @param parent the loader of the server, which has the javax.slee types
     * @param scratch a directory this unit may use alone; created when needed, deleted on close
     */
    public static DeployableUnitSource onDisk(Path file, ClassLoader parent, Path scratch) throws IOException {
        return onDisk(file.toUri().toString(), file, parent, scratch);
    }

    /** A unit on disk that is known by another URL than that of its file. */
    public static DeployableUnitSource onDisk(String url, Path file, ClassLoader parent, Path scratch)
            throws IOException {
        requireNonNull(url, "url");
        requireNonNull(parent, "parent");
        requireNonNull(scratch, "scratch");
        return new DeployableUnitSource(url, new FileArchive(file, scratch), parent, scratch);
    }

    /**
     * A copy of the jar behind an absolute URL, made at once, or a directory on disk in place. The unit keeps the URL as its name.
     *
     * @param parent the loader of the server, which has the javax.slee types
     */
    public static DeployableUnitSource copyOf(String url, ClassLoader parent) throws IOException {
        Path scratch = Files.createTempDirectory("deployable-unit");
        try {
            Optional<Path> directory = directory(url);
            Path file = directory.orElse(scratch.resolve("unit.jar"));
            if (directory.isEmpty()) {
                download(url, file);
            }
            return onDisk(url, file, parent, scratch);
        } catch (IOException e) {
            delete(scratch);
            throw e;
        }
    }

    /** The directory on disk that a URL names; empty if it names anything else. */
    public static Optional<Path> directory(String url) throws MalformedURLException {
        if (!new URL(url).getProtocol().equals("file")) {
            return Optional.empty();
        }
        try {
            Path file = Path.of(URI.create(url));
            return Files.isDirectory(file) ? Optional.of(file) : Optional.empty();
        } catch (IllegalArgumentException e) {
            MalformedURLException malformed = new MalformedURLException(url + ": " + e.getMessage());
            malformed.initCause(e);
            throw malformed;
        }
    }

    /** Copies what is behind an absolute URL to a new file. A server that says nothing is given up after a minute. */
    public static void download(String url, Path file) throws IOException {
        URLConnection connection = new URL(url).openConnection();
        connection.setUseCaches(false);
        connection.setConnectTimeout(PATIENCE_MILLIS);
        connection.setReadTimeout(PATIENCE_MILLIS);
        try (InputStream in = connection.getInputStream()) {
            Files.copy(in, file);
        }
    }

    /** Identifies the unit; becomes the URL of its {@code DeployableUnitID}. */
    public String url() {
        return url;
    }

    /** The loader of the unit's classes. Complete only after the unit was read. */
    public ClassLoader classLoader() {
        return ownLoader == null ? parent : ownLoader;
    }

    boolean hasOwnClassLoader() {
        return scratch != null;
    }

    Optional<InputStream> open(String path) throws IOException {
        return root.open(path);
    }

    /** The component jar of a {@code <jar>} entry; empty if there is none. */
    Optional<Archive> componentJar(String entry) throws IOException {
        if (Archive.inside(entry).isEmpty()) {
            return Optional.of(root);
        }
        return nested(root, entry);
    }

    /** An archive inside another one, closed together with this source. */
    Optional<Archive> nested(Archive outer, String entry) throws IOException {
        Optional<Archive> found = outer.nested(entry);
        found.ifPresent(opened::add);
        return found;
    }

    void createClassLoader(List<URL> locations) {
        ownLoader = new UnitClassLoader(url, locations.toArray(URL[]::new), parent);
    }

    void refer(Set<ClassLoader> loaders) {
        if (ownLoader != null) {
            ownLoader.refer(loaders);
        }
    }

    /** Closes the class loader and deletes the scratch directory. Does nothing for a unit of the class path. */
    @Override
    public void close() throws IOException {
        for (Archive archive : opened) {
            archive.close();
        }
        root.close();
        if (ownLoader != null) {
            ownLoader.close();
        }
        if (scratch != null && Files.isDirectory(scratch)) {
            delete(scratch);
        }
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
