package io.zongji.slee.container.management;

import javax.slee.ServiceID;
import javax.slee.management.ResourceAdaptorEntityState;
import javax.slee.management.ServiceState;
import javax.slee.management.SleeState;

/**
 * Told of every change of state, after it happened, on the thread that brought it about and outside all locks of the
 * parts that changed. Does not block and does not throw.
 */
public interface SleeObserver {
    /** For a SLEE that nobody watches. */
    SleeObserver NONE = new SleeObserver() {};

    default void sleeChanged(SleeState before, SleeState now) {}

    default void serviceChanged(ServiceID service, ServiceState before, ServiceState now) {}

    default void serviceUninstalled(ServiceID service) {}

    default void entityChanged(String entity, ResourceAdaptorEntityState before, ResourceAdaptorEntityState now) {}
}
