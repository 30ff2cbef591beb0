package io.zongji.store.migration;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.flywaydb.core.api.resource.LoadableResource;

/** One SQL file of the schema, opened through the class loader that brought it. */
final class NamedMigration extends LoadableResource {

    static final String FOLDER = "io/zongji/store/migration/";

    private final String name;
    private final URL location;

    NamedMigration(String name, ClassLoader loader) {
        this.name = name;
        this.location = Objects.requireNonNull(loader.getResource(FOLDER + name), () -> "Migration missing: " + name);
    }

    @Override
    public Reader read() {
        try {
            InputStream content = location.openStream();
            return new InputStreamReader(content, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the migration " + location, e);
        }
    }

    @Override
    public String getAbsolutePath() {
        return FOLDER + name;
    }

    @Override
    public String getAbsolutePathOnDisk() {
        return location.getPath();
    }

    @Override
    public String getFilename() {
        return name;
    }

    @Override
    public String getRelativePath() {
        return name;
    }
}
