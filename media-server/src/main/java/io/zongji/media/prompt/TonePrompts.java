package io.zongji.media.prompt;

import io.zongji.media.codec.Codec;
import io.zongji.media.tone.NetworkTones;
import java.io.IOException;
import java.util.Optional;

/** Adds the tones of the telephone network to other prompts: {@code tone:busy@CN}. */
public final class TonePrompts implements PromptSource {
    static final String TONE = "tone:";

    private final PromptSource others;

    public TonePrompts(PromptSource others) {
        this.others = others;
    }

    /** What a tone of a country is called here. */
    static String name(String tone, String country) {
        return TONE + tone + "@" + country;
    }

    @Override
    public Optional<PromptAudio> find(String name, String language) throws IOException {
        if (!name.startsWith(TONE)) {
            return others.find(name, language);
        }
        int at = name.indexOf('@');
        return NetworkTones.find(name.substring(TONE.length(), at), name.substring(at + 1))
                .map(samples -> new PromptAudio(samples, Codec.SAMPLE_RATE));
    }

    @Override
    public long stamp(String name, String language) {
        return name.startsWith(TONE) ? 0 : others.stamp(name, language);
    }

    @Override
    public boolean isSlow(String name, String language) {
        return !name.startsWith(TONE) && others.isSlow(name, language);
    }
}
