package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;

/**
 * Leg to call: the leg is over, its dialog and media are gone. Comes exactly once for each leg.
 *
 * @param byPeer the far end ended it, not we
 */
public record LegReleased(LegId leg, Cause cause, boolean byPeer) {}
