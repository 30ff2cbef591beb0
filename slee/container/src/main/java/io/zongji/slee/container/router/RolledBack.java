package io.zongji.slee.container.router;

import io.zongji.slee.container.activity.QueuedEvent;
import javax.slee.ActivityContextInterface;
import javax.slee.RolledBackContext;

/** What {@code sbbRolledBack} is told. */
record RolledBack(QueuedEvent delivery, boolean removal) implements RolledBackContext {
    @Override
    public Object getEvent() {
        return delivery.getEvent();
    }

    @Override
    public ActivityContextInterface getActivityContextInterface() {
        return delivery.getActivityContextInterface();
    }

    @Override
    public boolean isRemoveRolledBack() {
        return removal;
    }
}
