package io.zongji.media;

import io.zongji.media.codec.Codec;
import io.zongji.media.prompt.EncodedPrompt;
import java.nio.ByteBuffer;
import java.util.List;

/** One play in progress: walks through the encoded prompts frame by frame. Used by one thread. */
final class Playout {
    private final Play play;
    private List<EncodedPrompt> prompts;
    private int index;
    private int offset;

    Playout(Play play) {
        this.play = play;
    }

    Play play() {
        return play;
    }

    boolean loaded() {
        return prompts != null;
    }

    void loaded(List<EncodedPrompt> audio) {
        prompts = audio;
        index = audio.stream().allMatch(prompt -> prompt.length() == 0) ? audio.size() : 0;
    }

    boolean finished() {
        return index >= prompts.size();
    }

    /** Writes the next frame as G.711; what the last prompt leaves open is silence. */
    void frame(Codec codec, ByteBuffer packet, int at) {
        int filled = 0;
        while (filled < Codec.FRAME_SAMPLES && !finished()) {
            EncodedPrompt prompt = prompts.get(index);
            int count = Math.min(Codec.FRAME_SAMPLES - filled, prompt.length() - offset);
            prompt.copy(codec, offset, count, packet, at + filled);
            filled += count;
            advance(count);
        }
        while (filled < Codec.FRAME_SAMPLES) {
            packet.put(at + filled++, codec.silence());
        }
    }

    private void advance(int count) {
        offset += count;
        if (offset >= prompts.get(index).length()) {
            offset = 0;
            index++;
            if (finished() && play.loop()) {
                index = 0;
            }
        }
    }
}
