package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/**
 * Standing leg to the leg of a call that wants it: its media may be used until that leg is over.
 *
 * @param leg null when another call uses it
 */
public record StandingLegLent(LegId to, LegInTransit leg) {}
