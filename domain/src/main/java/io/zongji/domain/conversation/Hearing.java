package io.zongji.domain.conversation;

import io.zongji.domain.LegId;
import java.util.Set;

/**
 * What the ears of a call's parties hear.
 *
 * @param voices  whose voice reaches whose ear
 * @param music   who hears music
 * @param ringing who hears that a phone rings
 */
public record Hearing(Set<Voice> voices, Set<LegId> music, Set<LegId> ringing) {
    public Hearing {
        voices = Set.copyOf(voices);
        music = Set.copyOf(music);
        ringing = Set.copyOf(ringing);
    }

    /** One direction between two parties. */
    public record Voice(LegId speaker, LegId listener) {}

    public boolean hears(LegId listener, LegId speaker) {
        return voices.contains(new Voice(speaker, listener));
    }
}
