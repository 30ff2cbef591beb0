package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/**
 * Leg to call: the phone rings.
 *
 * @param early      whether the far end is heard already, as carriers let their tones and announcements be heard
 * @param answerable whether the phone answers when it is asked to
 */
public record LegAlerting(LegId leg, boolean early, boolean answerable) {}
