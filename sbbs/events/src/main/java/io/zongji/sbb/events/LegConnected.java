package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/** Leg to call: the leg is answered, its media is up. */
public record LegConnected(LegId leg) {}
