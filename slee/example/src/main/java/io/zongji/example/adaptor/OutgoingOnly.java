package io.zongji.example.adaptor;

import javax.slee.Address;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.FailureReason;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.Marshaler;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;

/** The callbacks of a resource adaptor that wants to hear of neither services nor the fate of its events. */
abstract class OutgoingOnly implements ResourceAdaptor {
    @Override
    public final Marshaler getMarshaler() {
        return null;
    }

    @Override
    public final void serviceActive(ReceivableService service) {}

    @Override
    public final void serviceStopping(ReceivableService service) {}

    @Override
    public final void serviceInactive(ReceivableService service) {}

    @Override
    public final void eventProcessingSuccessful(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {}

    @Override
    public final void eventProcessingFailed(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags,
            FailureReason reason) {}

    @Override
    public final void eventUnreferenced(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {}

    @Override
    public final void activityUnreferenced(ActivityHandle handle) {}
}
