package io.zongji.sbb.events;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.domain.call.LegQuality;

/**
 * Leg to call: the leg is over, its dialog and media are gone. Comes exactly once for each leg.
 *
 * @param byPeer  the far end ended it, not we
 * @param quality how its audio travelled; null when it had no media
 */
public record LegReleased(LegId leg, Cause cause, boolean byPeer, LegQuality quality) {}
