package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/** Leg of a call to the standing leg, on that one's activity: its party is to take part in the call. {@code StandingLegLent} answers. */
public record StandingLegWanted(LegId by) {}
