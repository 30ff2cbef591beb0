package io.zongji.media.prompt;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Where prompts come from.
 *
 * @param directory     recordings that go before the built-in ones; what was spoken by a provider is kept in its folder
 *     {@code speech}
 * @param speechCommand program that speaks, see {@link CommandSpeech}; empty for none
 * @param speechUrl     server that speaks, see {@link HttpSpeech}, asked instead of the program; empty for none
 * @param speechTimeout how long speaking one text may take
 */
public record PromptSettings(Path directory, String speechCommand, String speechUrl, Duration speechTimeout) {
    /** Some hundred megabytes at most. */
    private static final int MOST_SPOKEN_FILES = 2000;

    public PromptSettings {
        Objects.requireNonNull(directory, "directory");
        Objects.requireNonNull(speechCommand, "speechCommand");
        Objects.requireNonNull(speechUrl, "speechUrl");
        Objects.requireNonNull(speechTimeout, "speechTimeout");
    }

    /** Recordings and spoken texts. */
    public PromptSource source() {
        return new SpeechPrompts(
                new PromptLibrary(directory), speechProvider(), directory.resolve("speech"), MOST_SPOKEN_FILES);
    }

    private SpeechProvider speechProvider() {
        if (!speechUrl.isBlank()) {
            return new HttpSpeech(speechUrl, speechTimeout);
        }
        return speechCommand.isBlank() ? null : new CommandSpeech(speechCommand, speechTimeout);
    }
}
