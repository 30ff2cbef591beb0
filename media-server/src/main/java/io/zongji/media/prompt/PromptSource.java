package io.zongji.media.prompt;

import java.io.IOException;
import java.util.Optional;

/**
 * Where recorded prompts come from: files, the class path, a database. Called on an I/O thread and may block. Results
 * are cached in encoded form, so speed does not matter much.
 */
public interface PromptSource {

    /**
     * The audio recorded under a name.
     *
     * @param name     for example {@code welcome} or {@code digits/7}
     * @param language for example {@code zh}
     * @return empty if there is none
     * @throws IOException if it is there but cannot be read
     */
    Optional<PromptAudio> find(String name, String language) throws IOException;

    /**
     * Changes whenever the audio of a name does, for example a file's time of change; lets a cached prompt be renewed.
     */
    default long stamp(String name, String language) {
        return 0;
    }

    /** Whether to find it may take seconds; then it is asked for on a thread where others do not wait for it. */
    default boolean isSlow(String name, String language) {
        return false;
    }
}
