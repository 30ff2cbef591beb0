package io.zongji.simulator;

/** Told what happens on a phone, on the stack's one thread: must not block. */
public interface PhoneListener {

    /** The other party's phone rings, or this one. */
    default void ringing(PhoneCall call) {}

    /** Answered. */
    default void talking(PhoneCall call) {}

    /** Over; {@link PhoneCall#end} tells why. */
    default void ended(PhoneCall call) {}

    /** The registration began or was lost. */
    default void registered(SimulatedPhone phone, boolean registered) {}
}
