package org.mobicents.slee;

import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerID;

/** What hangs on an activity context, and how to hold back its events. */
public interface ActivityContextInterfaceExt extends ActivityContextInterface {
    /** Timers set here and not over. */
    TimerID[] getTimers();

    /** Names bound to this context in the naming facility. */
    String[] getNamesBound();

    /** No further event is delivered here until the calling transaction has ended; needs one. */
    void suspend();
}
