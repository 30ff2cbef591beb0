package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/** Leg of a call to the standing leg: the party is in that call no more. */
public record StandingLegFreed(LegId by) {}
