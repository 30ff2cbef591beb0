package io.zongji.slee.container.router;

import io.zongji.slee.container.activity.ActivityContext;
import io.zongji.slee.container.activity.Attachment;
import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.entity.SbbEntity;

/**
 * Who gets an event next: entities that receive it and have not had it, by priority from the root downwards, ancestors
 * before descendants. An activity end means everybody who is attached.
 */
final class DeliveryOrder implements ActivityContext.AttachmentOrder {
    @Override
    public boolean isEligible(Attachment attachment, QueuedEvent event) {
        if (event.type().isActivityEnd()) {
            return true;
        }
        return !attachment.isServed(event) && receives((SbbEntity) attachment.entity(), event);
    }

    static boolean receives(SbbEntity entity, QueuedEvent event) {
        return entity.sbb().type().handlerOf(event.type()) >= 0
                && (event.getService() == null
                        || event.getService().equals(entity.sbb().service().id()));
    }

    @Override
    public boolean precedes(Attachment one, Attachment other) {
        return compare((SbbEntity) one.entity(), (SbbEntity) other.entity()) < 0;
    }

    /** Negative if {@code a} comes first. */
    static int compare(SbbEntity a, SbbEntity b) {
        int levels = Math.min(a.depth(), b.depth());
        for (int level = 0; level <= levels; level++) {
            SbbEntity atA = ancestor(a, level);
            SbbEntity atB = ancestor(b, level);
            if (atA != atB && atA.priority() != atB.priority()) {
                return atB.priority() - atA.priority();
            }
        }
        return a.depth() - b.depth();
    }

    private static SbbEntity ancestor(SbbEntity entity, int level) {
        SbbEntity result = entity;
        while (result.depth() > level) {
            result = result.parent();
        }
        return result;
    }
}
