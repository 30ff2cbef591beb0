package io.zongji.slee.container.activity;

import javax.slee.EventTypeID;

/**
 * An event whose delivery is over.
 *
 * @param at when it was over, in milliseconds of the SLEE's clock, to the tick
 * @param received whether any SBB had it
 */
public record PastEvent(EventTypeID type, long at, boolean received) {}
