package io.zongji.slee.container.resource;

import java.util.Timer;

/** The timer all resource adaptors share; none of them may end it for the others. */
public final class SharedTimer extends Timer {
    public SharedTimer() {
        super("slee-ra-timer", true);
    }

    @Override
    public void cancel() {
        throw new UnsupportedOperationException("The timer is shared");
    }

    /** For the SLEE itself. */
    public void end() {
        super.cancel();
    }
}
