package io.zongji.sbb.events;

import io.zongji.domain.LegId;

/** Leg to call: the phone was answered; its party is told what the call is about, and is connected then. */
public record LegPickedUp(LegId leg) {}
