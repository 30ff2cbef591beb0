package io.zongji.slee.container.resource;

import java.util.Timer;

/**
 * The timer of one RA entity, which may not end it. JSR 240 lets RAs share one; a task that throws ends the thread of a
 * timer, so here each entity that asks has its own.
 */
final class EntityTimer extends Timer {
    EntityTimer(String entity) {
        super("slee-timer-" + entity, true);
    }

    @Override
    public void cancel() {
        throw new UnsupportedOperationException("The timer belongs to the SLEE");
    }

    /** For the SLEE itself. */
    void end() {
        super.cancel();
    }
}
