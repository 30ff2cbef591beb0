package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.List;

/**
 * Leg to call: its party was told what the call is about.
 *
 * @param prompts what was to be played
 * @param failure why it could not be, in lower camel case; null when it was
 */
public record LegAnnounced(LegId leg, List<String> prompts, String failure) {
    public LegAnnounced {
        prompts = List.copyOf(prompts);
    }
}
