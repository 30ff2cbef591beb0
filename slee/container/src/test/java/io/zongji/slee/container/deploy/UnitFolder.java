package io.zongji.slee.container.deploy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes descriptors into a directory, which is then a deployable unit of the class path. */
final class UnitFolder {

    static final String UNIT = "META-INF/deployable-unit.xml";

    private final Path root;

    UnitFolder(Path root) {
        this.root = root;
    }

    UnitFolder with(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    DeployableUnitSource onClassPath() throws IOException {
        return DeployableUnitSource.onClassPath(root.toUri().toURL(), UnitFolder.class.getClassLoader());
    }

    static String triple(String kind, String name) {
        return "<%1$s-name>%2$s</%1$s-name><%1$s-vendor>zj</%1$s-vendor><%1$s-version>1</%1$s-version>"
                .formatted(kind, name);
    }

    static String ref(String element, String kind, String name, String more) {
        return "<" + element + ">" + triple(kind, name) + more + "</" + element + ">";
    }

    static String eventDefinition(String name, String className) {
        return ref("event-definition", "event-type", name, "<event-class-name>" + className + "</event-class-name>");
    }

    static String service(String name, String rootSbb) {
        return "<service-xml><service>" + triple("service", name) + ref("root-sbb", "sbb", rootSbb, "")
                + "<default-priority>0</default-priority></service></service-xml>";
    }

    record Entry(String path, byte[] content) {

        static Entry text(String path, String text) {
            return new Entry(path, text.getBytes(StandardCharsets.UTF_8));
        }

        static Entry classFile(Class<?> type) throws IOException {
            String path = type.getName().replace('.', '/') + ".class";
            try (var in = type.getClassLoader().getResourceAsStream(path)) {
                return new Entry(path, in.readAllBytes());
            }
        }

        static Entry jar(String path, Entry... entries) throws IOException {
            Path file = Files.createTempFile("unit", ".jar");
            writeJar(file, entries);
            byte[] content = Files.readAllBytes(file);
            Files.delete(file);
            return new Entry(path, content);
        }
    }

    static Path writeJar(Path file, Entry... entries) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Entry entry : List.of(entries)) {
                zip.putNextEntry(new ZipEntry(entry.path()));
                zip.write(entry.content());
                zip.closeEntry();
            }
        }
        return file;
    }
}
