package io.zongji.server.deployment;

import io.zongji.slee.container.deploy.DeployableUnitSource;
import io.zongji.slee.container.deploy.OpenPackages;
import io.zongji.slee.container.deploy.UnitSources;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the jars of units that were installed at run time, where they wait for the next start. What their class
 * loaders read lies below {@code open} until then. Thread-safe.
 */
public final class UnitFolder implements UnitSources {
    private static final Logger log = LoggerFactory.getLogger(UnitFolder.class);
    private static final String OPEN = "open";

    /** What units see of the archive beside the SLEE: JAIN SIP, resource adaptor types, and what many services write their log by. */
    private static final String[] OPEN_PACKAGES = {
        "javax.sip.*", "gov.nist.*", "org.apache.log4j.*", "net.java.slee.resource.sip.*", "io.zongji.ra.media"
    };

    private final Path folder;
    private final ClassLoader parent;
    private final Map<String, Path> files = new HashMap<>();
    private Set<String> kept = Set.of();
    private int opened;

    /** Takes out what the last run had open. */
    public UnitFolder(Path folder, ClassLoader archive) throws IOException {
        this.folder = Files.createDirectories(folder.toAbsolutePath());
        this.parent = new OpenPackages(archive, OPEN_PACKAGES);
        delete(folder.resolve(OPEN));
    }

    /** A unit that is about to be installed by somebody who has only its content; the URL stands for it. */
    synchronized String put(String name, InputStream content) throws IOException {
        Path file = free(name);
        Files.copy(content, file);
        String url = file.toUri().toString();
        files.put(url, file);
        return url;
    }

    /** A unit that an earlier run kept. */
    synchronized void know(String url, String file) {
        files.put(url, folder.resolve(file));
        Set<String> all = new HashSet<>(kept);
        all.add(url);
        kept = all;
    }

    /** Opens a unit that is in the folder, or copies it there first. */
    @Override
    public synchronized DeployableUnitSource open(String url) throws IOException {
        Path scratch = folder.resolve(OPEN).resolve(Integer.toString(++opened));
        Path file = files.get(url);
        if (file == null) {
            file = DeployableUnitSource.directory(url).orElse(null);
        }
        if (file == null) {
            file = free(url.substring(url.lastIndexOf('/') + 1));
            DeployableUnitSource.download(url, file);
            files.put(url, file);
        }
        return DeployableUnitSource.onDisk(url, file, parent, scratch);
    }

    /** The name of a unit's file in the folder; null if it is not there. */
    synchronized String file(String url) {
        Path file = files.get(url);
        return file == null ? null : file.getFileName().toString();
    }

    /** A unit that is not kept is of no use once it was refused: the next one of its URL may be another. */
    @Override
    public synchronized void refused(String url) {
        if (!kept.contains(url)) {
            delete(url);
        }
    }

    /** These units are kept from now on. Those that were until now and are not among them are deleted. */
    synchronized void keep(Set<String> urls) {
        kept.stream().filter(url -> !urls.contains(url)).forEach(this::delete);
        kept = Set.copyOf(urls);
    }

    private void delete(String url) {
        Path file = files.remove(url);
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.warn("{} is of no use any more and cannot be deleted", file, e);
        }
    }

    /** A file of this name or, if there is one, of a similar name. */
    private Path free(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}._-]", "_");
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain.isEmpty() ? "unit" : plain;
        String ending = dot > 0 ? plain.substring(dot) : ".jar";
        Path file = folder.resolve(stem + ending);
        for (int number = 2; Files.exists(file) || file.endsWith(OPEN); number++) {
            file = folder.resolve(stem + "-" + number + ending);
        }
        return file;
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.isDirectory(tree)) {
            return;
        }
        try (Stream<Path> found = Files.walk(tree)) {
            for (Path one : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(one);
            }
        }
    }
}
