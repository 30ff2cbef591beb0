package io.zongji.media.prompt;

import java.util.Objects;

/**
 * Linear mono audio of a prompt.
 *
 * @param samples not to be changed by anyone
 * @param rate    samples a second
 */
public record PromptAudio(short[] samples, int rate) {
    public PromptAudio {
        Objects.requireNonNull(samples, "samples");
        if (rate <= 0) {
            throw new IllegalArgumentException("rate: above 0, was " + rate);
        }
    }
}
