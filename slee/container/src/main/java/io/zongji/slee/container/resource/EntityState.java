package io.zongji.slee.container.resource;

import java.util.Set;

/** The life of an RA entity: INACTIVE, ACTIVE, STOPPING, INACTIVE again ..., and REMOVED at the end. */
public enum EntityState {
    INACTIVE,
    ACTIVE,
    STOPPING,
    REMOVED;

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
