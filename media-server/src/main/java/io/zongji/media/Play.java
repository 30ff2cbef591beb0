package io.zongji.media;

import java.util.List;
import java.util.Objects;

/**
 * What to play.
 *
 * @param id      given back when it ends
 * @param prompts names in order, at least one
 * @param loop    again and again until stopped
 * @param bargeIn a digit ends it; a digit dialled ahead keeps it from starting
 */
public record Play(String id, List<String> prompts, boolean loop, boolean bargeIn) {
    public Play {
        Objects.requireNonNull(id, "id");
        prompts = List.copyOf(prompts);
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("prompts: at least one is needed");
        }
    }

    /** Why a play ended. */
    public enum End {
        END_OF_PLAY_LIST,
        BARGE_IN,
        STOPPED,
        FAILED
    }
}
