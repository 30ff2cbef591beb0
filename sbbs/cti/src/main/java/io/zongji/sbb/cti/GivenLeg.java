package io.zongji.sbb.cti;

import io.zongji.sbb.events.LegInTransit;
import javax.slee.ActivityContextInterface;

/**
 * All that a connected leg is, for the leg of another call that goes on with it.
 *
 * @param phoneHolds the phone has put the call on hold by itself
 */
record GivenLeg(
        ActivityContextInterface dialog, ActivityContextInterface media, Destination destination, boolean phoneHolds)
        implements LegInTransit {}
