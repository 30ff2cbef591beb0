package io.zongji.sbb.events;

/**
 * Call to call: the leg that was asked for is not to be had.
 *
 * @param status why, as a final SIP status; {@link #RINGS} when nobody had answered there, and nobody is rung any more
 */
public record LegDenied(int status) {
    /** The other had not answered yet. */
    public static final int RINGS = 180;
}
