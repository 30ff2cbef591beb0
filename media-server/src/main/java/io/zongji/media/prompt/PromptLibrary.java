package io.zongji.media.prompt;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Prompts as WAV files: first in a directory, then on the class path below {@code /prompts}; in each first
 * {@code <language>/<name>.wav}, then {@code <name>.wav} for what has no language, such as music.
 */
public final class PromptLibrary implements PromptSource {
    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}_.-]*)*");

    private final Path directory;

    /** @param directory may be null, or not exist yet: then only the class path counts */
    public PromptLibrary(Path directory) {
        this.directory = directory;
    }

    @Override
    public Optional<PromptAudio> find(String name, String language) throws IOException {
        for (String path : paths(name, language)) {
            Optional<PromptAudio> audio = load(path);
            if (audio.isPresent()) {
                return audio;
            }
        }
        return Optional.empty();
    }

    @Override
    public long stamp(String name, String language) {
        if (directory != null) {
            for (String path : paths(name, language)) {
                long changed = directory.resolve(path).toFile().lastModified();
                if (changed != 0) {
                    return changed;
                }
            }
        }
        return 0;
    }

    private Optional<PromptAudio> load(String path) throws IOException {
        if (directory != null && Files.isRegularFile(directory.resolve(path))) {
            return Optional.of(WavReader.read(Files.readAllBytes(directory.resolve(path))));
        }
        try (InputStream in = PromptLibrary.class.getResourceAsStream("/prompts/" + path)) {
            return in == null ? Optional.empty() : Optional.of(WavReader.read(in.readAllBytes()));
        }
    }

    /** Names come from flows that administrators write, so nothing may lead out of the library. */
    private static List<String> paths(String name, String language) {
        if (!NAME.matcher(name).matches() || !NAME.matcher(language).matches()) {
            return List.of();
        }
        return List.of(language + "/" + name + ".wav", name + ".wav");
    }
}
