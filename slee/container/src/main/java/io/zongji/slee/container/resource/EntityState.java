package io.zongji.slee.container.resource;

import java.util.Set;
import javax.slee.management.ResourceAdaptorEntityState;

/** The life of an RA entity: INACTIVE, ACTIVE, STOPPING, INACTIVE again ..., and REMOVED at the end. */
public enum EntityState {
    INACTIVE,
    ACTIVE,
    STOPPING,
    REMOVED;

    /** In the standard's words, which have none for an entity that is gone: it is inactive. */
    public ResourceAdaptorEntityState toStandard() {
        return switch (this) {
            case INACTIVE, REMOVED -> ResourceAdaptorEntityState.INACTIVE;
            case ACTIVE -> ResourceAdaptorEntityState.ACTIVE;
            case STOPPING -> ResourceAdaptorEntityState.STOPPING;
        };
    }

    /** Whether the step is allowed. */
    boolean mayBecome(EntityState next) {
        return switch (this) {
            case INACTIVE -> Set.of(ACTIVE, REMOVED).contains(next);
            case ACTIVE -> next == STOPPING;
            case STOPPING -> next == INACTIVE;
            case REMOVED -> false;
        };
    }
}
