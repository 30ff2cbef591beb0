package io.zongji.ear.deployment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The units of the worked example: the one that the build packages, and a second version of its service made from it. The
 * second has the SBBs only; it refers to events, RA type and RA of the first.
 */
final class EggTimerUnits {
    private EggTimerUnits() {}

    static Path first() {
        return Path.of(System.getProperty("zongji.example"));
    }

    static Path second(Path folder) throws IOException {
        Path second = folder.resolve("egg-timer-2.jar");
        try (InputStream in = Files.newInputStream(first());
                OutputStream out = Files.newOutputStream(second)) {
            copy(in, out, (name, content) -> switch (name) {
                case "META-INF/deployable-unit.xml" ->
                    text(content, xml -> xml.replaceAll("<jar>(?!jars/egg-timer-sbbs)[^<]*</jar>", ""));
                case "services/egg-timer.xml" ->
                    text(content, xml -> xml.replaceAll("(service|sbb)-version>1.0<", "$1-version>2.0<"));
                case "jars/egg-timer-sbbs.jar" -> withSecondSbbs(content);
                default -> name.startsWith("jars/") ? null : content;
            });
        }
        return second;
    }

    /** A unit with more than one fault. */
    static Path faulty(Path folder) throws IOException {
        Path faulty = folder.resolve("faulty.jar");
        try (InputStream in = Files.newInputStream(first());
                OutputStream out = Files.newOutputStream(faulty)) {
            copy(in, out, (name, content) -> switch (name) {
                case "META-INF/deployable-unit.xml" ->
                    text(content, xml -> xml.replace("jars/egg-timer-events.jar", "jars/missing.jar"));
                default -> content;
            });
        }
        return faulty;
    }

    private static byte[] withSecondSbbs(byte[] jar) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        copy(
                new ByteArrayInputStream(jar),
                out,
                (name, content) -> name.equals("META-INF/sbb-jar.xml")
                        ? text(content, xml -> xml.replace("<sbb-version>1.0<", "<sbb-version>2.0<"))
                        : content);
        return out.toByteArray();
    }

    private interface Edit {
        /** The new content of an entry; null to leave it out. */
        byte[] of(String name, byte[] content) throws IOException;
    }

    private static void copy(InputStream from, OutputStream to, Edit edit) throws IOException {
        ZipInputStream in = new ZipInputStream(from);
        ZipOutputStream out = new ZipOutputStream(to);
        for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
            byte[] content = edit.of(entry.getName(), in.readAllBytes());
            if (content != null && !entry.isDirectory()) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(content);
            }
        }
        out.finish();
    }

    private static byte[] text(byte[] content, UnaryOperator<String> edit) {
        return edit.apply(new String(content, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
    }
}
