package io.zongji.slee.container;

import io.zongji.slee.container.management.SleeObserver;
import javax.slee.InvalidStateException;

/** The state of the SLEE as a whole, which its parts ask for, and who is told when it changes. */
final class LifeState {
    private volatile ContainerState state = ContainerState.STOPPED;
    private volatile boolean winding;
    private volatile SleeObserver observer = SleeObserver.NONE;

    void observe(SleeObserver value) {
        observer = value;
    }

    ContainerState get() {
        return state;
    }

    void become(ContainerState next) {
        ContainerState before = state;
        state = next;
        observer.sleeChanged(before.toStandard(), next.toStandard());
    }

    /** The first step of a start or a stop, of which only one is under way at a time. */
    void begin(ContainerState from, ContainerState next) throws InvalidStateException {
        synchronized (this) {
            if (state != from) {
                throw new InvalidStateException("The SLEE is " + state);
            }
            winding = next == ContainerState.STOPPING;
            state = next;
        }
        observer.sleeChanged(from.toStandard(), next.toStandard());
    }

    /** The host has ended what it had begun. */
    void woundUp() {
        winding = false;
    }

    /** Whether services work: the SLEE runs, or its host winds things up before it stops. */
    boolean isOpen() {
        return state == ContainerState.RUNNING || winding;
    }
}
