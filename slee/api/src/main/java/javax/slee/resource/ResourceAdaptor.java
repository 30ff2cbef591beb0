package javax.slee.resource;

import javax.slee.Address;

/**
 * Implemented by every resource adaptor; one object serves one resource adaptor entity. The SLEE may call from any
 * thread, with or without a transaction, and the callee leaves the transaction as it found it.
 */
public interface ResourceAdaptor {
    /** The first call on a new object; keep the context. */
    void setResourceAdaptorContext(ResourceAdaptorContext context);

    /** The last call on an object; forget the context. */
    void unsetResourceAdaptorContext();

    /** Brings the configuration, which has been verified; the object is inactive afterwards. */
    void raConfigure(ConfigProperties properties);

    /** Takes the configuration away. */
    void raUnconfigure();

    /** The object is active: it may start activities and fire events. */
    void raActive();

    /** The object must not start activities any more. */
    void raStopping();

    /** The last activity has ended; the object is inactive. */
    void raInactive();

    /** Asks whether a configuration is valid; may come in any state. */
    void raVerifyConfiguration(ConfigProperties properties) throws InvalidConfigurationException;

    /** Brings a new configuration, which has been verified. */
    void raConfigurationUpdate(ConfigProperties properties);

    /** The object by which SBBs use the resource adaptor, of the interface of this name. */
    Object getResourceAdaptorInterface(String className);

    /** The marshaler, or null. */
    Marshaler getMarshaler();

    /** A service that may receive this adaptor's events is active. */
    void serviceActive(ReceivableService serviceInfo);

    /** A service that may receive this adaptor's events is stopping. */
    void serviceStopping(ReceivableService serviceInfo);

    /** A service that may receive this adaptor's events is inactive. */
    void serviceInactive(ReceivableService serviceInfo);

    /** Asks the adaptor to end an activity that is over. Must not block. */
    void queryLiveness(ActivityHandle handle);

    /** The activity of this handle, or null. */
    Object getActivity(ActivityHandle handle);

    /** The handle of this activity, or null if it is not this adaptor's. */
    ActivityHandle getActivityHandle(Object activity);

    /** An activity has been removed by an administrator. */
    void administrativeRemove(ActivityHandle handle);

    /** An event has been delivered to all that wanted it. */
    void eventProcessingSuccessful(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags);

    /** An event could not be delivered to all that wanted it. */
    void eventProcessingFailed(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags,
            FailureReason reason);

    /** The SLEE no longer refers to an event. */
    void eventUnreferenced(
            ActivityHandle handle,
            FireableEventType eventType,
            Object event,
            Address address,
            ReceivableService service,
            int flags);

    /** An activity has ended in the SLEE. */
    void activityEnded(ActivityHandle handle);

    /** Nothing in the SLEE refers to an activity any more; the adaptor may end it. */
    void activityUnreferenced(ActivityHandle handle);
}
