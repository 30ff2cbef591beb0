package io.zongji.slee.testkit.stub;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.slee.Address;
import javax.slee.EventTypeID;
import javax.slee.UnrecognizedEventException;
import javax.slee.resource.ActivityAlreadyExistsException;
import javax.slee.resource.ActivityFlags;
import javax.slee.resource.ActivityHandle;
import javax.slee.resource.ActivityIsEndingException;
import javax.slee.resource.ConfigProperties;
import javax.slee.resource.FailureReason;
import javax.slee.resource.FireEventException;
import javax.slee.resource.FireableEventType;
import javax.slee.resource.IllegalEventException;
import javax.slee.resource.Marshaler;
import javax.slee.resource.ReceivableService;
import javax.slee.resource.ResourceAdaptor;
import javax.slee.resource.ResourceAdaptorContext;
import javax.slee.resource.StartActivityException;
import javax.slee.resource.UnrecognizedActivityHandleException;

/** A resource adaptor without a protocol: tests and SBBs tell it what to start, fire and end. Records its callbacks. */
public final class StubResourceAdaptor implements ResourceAdaptor, StubResource {
    private final List<String> callbacks = new CopyOnWriteArrayList<>();
    private final Set<String> started = ConcurrentHashMap.newKeySet();
    private ResourceAdaptorContext context;
    private volatile boolean endsUnreferenced;
    private volatile boolean endsAsked;
    private volatile boolean inactive;
    private volatile int lastFlags;
    private String greeting;

    private record Handle(String name) implements ActivityHandle {
        @Override
        public String toString() {
            return name;
        }
    }

    // --- StubResource ---

    @Override
    public StubActivity start(String activity, Mode mode) {
        return start(activity, mode, ActivityFlags.NO_FLAGS);
    }

    @Override
    public StubActivity start(String name, Mode mode, int flags) {
        StubActivity activity = new StubActivity(name);
        Handle handle = new Handle(name);
        try {
            switch (mode) {
                case PLAIN -> context.getSleeEndpoint().startActivity(handle, activity, flags);
                case TRANSACTED -> context.getSleeEndpoint().startActivityTransacted(handle, activity, flags);
                case SUSPENDED -> context.getSleeEndpoint().startActivitySuspended(handle, activity, flags);
                default -> throw new IllegalArgumentException(mode.name());
            }
        } catch (ActivityAlreadyExistsException | StartActivityException e) {
            throw new StubFailure(e);
        }
        started.add(name);
        return activity;
    }

    @Override
    public void fire(String activity, EventTypeID type, StubEvent event) {
        fire(activity, type, event, null, 0, Mode.PLAIN);
    }

    @Override
    public void fire(String activity, EventTypeID type, StubEvent event, Address address, int flags, Mode mode) {
        Handle handle = new Handle(activity);
        try {
            FireableEventType fireable = context.getEventLookupFacility().getFireableEventType(type);
            if (mode == Mode.TRANSACTED) {
                context.getSleeEndpoint().fireEventTransacted(handle, fireable, event, address, null, flags);
            } else {
                context.getSleeEndpoint().fireEvent(handle, fireable, event, address, null, flags);
            }
        } catch (UnrecognizedEventException
                | UnrecognizedActivityHandleException
                | IllegalEventException
                | ActivityIsEndingException
                | FireEventException e) {
            throw new StubFailure(e);
        }
    }

    @Override
    public void end(String activity, Mode mode) {
        Handle handle = new Handle(activity);
        try {
            if (mode == Mode.TRANSACTED) {
                context.getSleeEndpoint().endActivityTransacted(handle);
            } else {
                context.getSleeEndpoint().endActivity(handle);
            }
        } catch (UnrecognizedActivityHandleException e) {
            throw new StubFailure(e);
        }
    }

    @Override
    public void endAll() {
        for (String activity : started) {
            try {
                context.getSleeEndpoint().endActivity(new Handle(activity));
            } catch (UnrecognizedActivityHandleException ended) {
                started.remove(activity);
            }
        }
    }

    @Override
    public void endWhenUnreferenced() {
        endsUnreferenced = true;
    }

    @Override
    public void endWhenAsked() {
        endsAsked = true;
    }

    @Override
    public List<String> callbacks() {
        return List.copyOf(callbacks);
    }

    @Override
    public int lastFlags() {
        return lastFlags;
    }

    @Override
    public ResourceAdaptorContext context() {
        return context;
    }

    // --- ResourceAdaptor ---

    @Override
    public void setResourceAdaptorContext(ResourceAdaptorContext raContext) {
        context = raContext;
        callbacks.add("setResourceAdaptorContext");
    }

    @Override
    public void unsetResourceAdaptorContext() {
        callbacks.add("unsetResourceAdaptorContext");
    }

    @Override
    public void raConfigure(ConfigProperties properties) {
        callbacks.add("raConfigure");
        greeting = (String) properties.getProperty("greeting").getValue();
    }

    @Override
    public void raUnconfigure() {
        callbacks.add("raUnconfigure");
    }

    @Override
    public void raActive() {
        callbacks.add("raActive");
        inactive = false;
        if (greeting.equals(UNWELCOME)) {
            throw new IllegalStateException("nobody is welcome");
        }
    }

    @Override
    public void raStopping() {
        callbacks.add("raStopping");
    }

    @Override
    public void raInactive() {
        callbacks.add("raInactive");
        inactive = true;
    }

    @Override
    public void raVerifyConfiguration(ConfigProperties properties) {
        callbacks.add("raVerifyConfiguration");
    }

    @Override
    public void raConfigurationUpdate(ConfigProperties properties) {
        callbacks.add("raConfigurationUpdate");
    }

    @Override
    public Object getResourceAdaptorInterface(String className) {
        return inactive ? null : this;
    }

    @Override
    public Marshaler getMarshaler() {
        return null;
    }

    @Override
    public void serviceActive(ReceivableService service) {
        callbacks.add("serviceActive " + service.getService().getName());
    }

    @Override
    public void serviceStopping(ReceivableService service) {
        callbacks.add("serviceStopping " + service.getService().getName());
    }

    @Override
    public void serviceInactive(ReceivableService service) {
        callbacks.add("serviceInactive " + service.getService().getName());
    }

    @Override
    public void queryLiveness(ActivityHandle handle) {
        callbacks.add("queryLiveness " + handle);
        if (endsAsked) {
            end(handle.toString(), Mode.PLAIN);
        }
    }

    @Override
    public Object getActivity(ActivityHandle handle) {
        return new StubActivity(((Handle) handle).name());
    }

    @Override
    public ActivityHandle getActivityHandle(Object activity) {
        return activity instanceof StubActivity stub ? new Handle(stub.name()) : null;
    }

    @Override
    public void administrativeRemove(ActivityHandle handle) {
        callbacks.add("administrativeRemove " + handle);
    }

    @Override
    public void eventProcessingSuccessful(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {
        lastFlags = flags;
        callbacks.add("eventProcessingSuccessful " + handle);
    }

    @Override
    public void eventProcessingFailed(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags,
            FailureReason reason) {
        callbacks.add("eventProcessingFailed " + handle + " " + reason);
    }

    @Override
    public void eventUnreferenced(
            ActivityHandle handle,
            FireableEventType type,
            Object event,
            Address address,
            ReceivableService service,
            int flags) {
        callbacks.add("eventUnreferenced " + handle);
    }

    @Override
    public void activityEnded(ActivityHandle handle) {
        callbacks.add("activityEnded " + handle);
    }

    @Override
    public void activityUnreferenced(ActivityHandle handle) {
        callbacks.add("activityUnreferenced " + handle);
        if (endsUnreferenced) {
            end(handle.toString(), Mode.PLAIN);
        }
    }
}
