package io.zongji.media.prompt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Adds texts that are spoken by a provider to other prompts: {@code say:Good morning}. What was spoken once is kept as a
 * file, so a provider that is slow or away is asked for each text only once. Safe for any thread.
 */
public final class SpeechPrompts implements PromptSource {
    static final int LONGEST_TEXT = 2000;

    private static final String SAY = "say:";
    private static final int LOCKS = 64;

    private final PromptSource others;
    private final SpeechProvider provider;
    private final Path folder;
    private final int mostFiles;
    /** Who wants the same text at the same time waits for the first, and then finds the file. */
    private final List<Object> locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new Object()).toList();

    /**
     * @param provider  null if there is none: then every text that is not kept yet fails
     * @param folder    where files are kept; made when needed
     * @param mostFiles the oldest are deleted when there are more
     */
    public SpeechPrompts(PromptSource others, SpeechProvider provider, Path folder, int mostFiles) {
        this.others = others;
        this.provider = provider;
        this.folder = folder;
        this.mostFiles = mostFiles;
    }

    /** What a text is called here. */
    static String name(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("say: 1 to " + LONGEST_TEXT + " characters are needed");
        }
        return SAY + text;
    }

    @Override
    public Optional<PromptAudio> find(String name, String language) throws IOException {
        if (!name.startsWith(SAY)) {
            return others.find(name, language);
        }
        if (provider == null) {
            throw new IOException("No speech provider is set up");
        }
        Path file = file(name, language);
        synchronized (locks.get(Math.floorMod(file.hashCode(), LOCKS))) {
            if (!Files.exists(file)) {
                byte[] spoken = provider.speak(name.substring(SAY.length()), language);
                PromptAudio audio = WavReader.read(spoken);
                keep(file, spoken);
                return Optional.of(audio);
            }
            return Optional.of(WavReader.read(Files.readAllBytes(file)));
        }
    }

    @Override
    public long stamp(String name, String language) {
        return name.startsWith(SAY) ? 0 : others.stamp(name, language);
    }

    @Override
    public boolean isSlow(String name, String language) {
        return name.startsWith(SAY) || others.isSlow(name, language);
    }

    private Path file(String name, String language) {
        String all = provider.voice() + "\n" + language + "\n" + name;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash) + ".wav");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private void keep(Path file, byte[] spoken) throws IOException {
        Files.createDirectories(folder);
        Path unfinished = Files.createTempFile(folder, "new", ".part");
        Files.write(unfinished, spoken);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        deleteOldest();
    }

    private synchronized void deleteOldest() throws IOException {
        List<Path> oldestFirst;
        try (Stream<Path> files = Files.list(folder)) {
            oldestFirst = files.filter(file -> file.toString().endsWith(".wav"))
                    .sorted(Comparator.comparingLong(
                            (Path file) -> file.toFile().lastModified()))
                    .toList();
        }
        for (Path old : oldestFirst.subList(0, Math.max(0, oldestFirst.size() - mostFiles))) {
            Files.deleteIfExists(old);
        }
    }
}
