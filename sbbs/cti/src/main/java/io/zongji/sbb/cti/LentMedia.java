package io.zongji.sbb.cti;

import io.zongji.sbb.events.LegInTransit;
import javax.slee.ActivityContextInterface;

/** The media of a standing leg, for the leg of a call that uses it. */
record LentMedia(ActivityContextInterface activity) implements LegInTransit {}
