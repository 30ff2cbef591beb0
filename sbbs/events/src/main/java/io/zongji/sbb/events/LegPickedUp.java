package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import java.util.List;

/**
 * Leg to call: the phone was answered; its party is told what the call is about, and is connected then.
 *
 * @param prompts what is played
 */
public record LegPickedUp(LegId leg, List<String> prompts) {
    public LegPickedUp {
        prompts = List.copyOf(prompts);
    }
}
