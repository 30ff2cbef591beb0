package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/** Leg to call: the far phone rings. */
public record LegAlerting(LegId leg) {}
