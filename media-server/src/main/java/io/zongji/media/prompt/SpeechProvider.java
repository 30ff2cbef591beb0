package io.zongji.media.prompt;

import java.io.IOException;

/** Speaks a text. Called on a thread of its own, by several at once, and may take seconds. */
public interface SpeechProvider {

    /**
     * Speaks the text.
     *
     * @param text     not blank
     * @param language for example {@code zh}
     * @return a WAV file that {@link WavReader} can read
     * @throws IOException if it cannot be spoken, or not in time; its message tells an administrator why
     */
    byte[] speak(String text, String language) throws IOException;

    /** What the sound depends on besides text and language: another voice has another name, and nothing of it is cached. */
    String voice();
}
