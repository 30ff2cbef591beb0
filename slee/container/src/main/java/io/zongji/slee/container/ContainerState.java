package io.zongji.slee.container;

import javax.slee.management.SleeState;

/** The state of the SLEE as a whole. */
public enum ContainerState {
    STOPPED,
    STARTING,
    RUNNING,
    STOPPING;

    /** In the standard's words. */
    public SleeState toStandard() {
        return switch (this) {
            case STOPPED -> SleeState.STOPPED;
            case STARTING -> SleeState.STARTING;
            case RUNNING -> SleeState.RUNNING;
            case STOPPING -> SleeState.STOPPING;
        };
    }
}
