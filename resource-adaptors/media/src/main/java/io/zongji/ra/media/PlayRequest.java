package io.zongji.ra.media;

import java.util.List;
import java.util.Objects;

/**
 * What to play.
 *
 * @param id        the caller's name for this play, given back in the event
 * @param prompts   prompt names in order; how a name becomes audio is the media server's affair
 * @param loop      play the list again and again until stopped (music on hold)
 * @param bargeIn   a digit of the party stops the play
 */
public record PlayRequest(String id, List<String> prompts, boolean loop, boolean bargeIn) {
    public PlayRequest {
        Objects.requireNonNull(id, "id");
        prompts = List.copyOf(prompts);
        if (prompts.isEmpty()) {
            throw new IllegalArgumentException("prompts: at least one is needed");
        }
    }

    public static PlayRequest once(String id, List<String> prompts, boolean bargeIn) {
        return new PlayRequest(id, prompts, false, bargeIn);
    }

    public static PlayRequest looped(String id, List<String> prompts) {
        return new PlayRequest(id, prompts, true, false);
    }
}
