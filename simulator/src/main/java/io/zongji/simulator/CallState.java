package io.zongji.simulator;

/** How far a phone's call is: CALLING (outgoing only), RINGING, TALKING, ENDED, in this order; some may be left out. */
public enum CallState {
    /** The INVITE is on its way; nobody rang yet. */
    CALLING,
    /** Rings here, or there. */
    RINGING,
    /** Answered, and the answer acknowledged. */
    TALKING,
    /** Over, for the reason that {@link PhoneCall#end} tells. */
    ENDED
}
