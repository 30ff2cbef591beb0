package javax.slee;

/**
 * Lets the root SBB of a service decide whether an event is an initial event and which of its properties make up the
 * convergence name. It comes filled in from the deployment descriptor.
 */
public interface InitialEventSelector {
    /** Whether the activity context is part of the name. */
    boolean isActivityContextSelected();

    /** Makes the activity context part of the name, or not. */
    void setActivityContextSelected(boolean select);

    /** Whether the address profile is part of the name. */
    boolean isAddressProfileSelected();

    /** Makes the address profile part of the name, or not. */
    void setAddressProfileSelected(boolean select);

    /** Whether the address is part of the name. */
    boolean isAddressSelected();

    /** Makes the address part of the name, or not. */
    void setAddressSelected(boolean select);

    /** Whether the event type is part of the name. */
    boolean isEventTypeSelected();

    /** Makes the event type part of the name, or not. */
    void setEventTypeSelected(boolean select);

    /** Whether the event object itself is part of the name. */
    boolean isEventSelected();

    /** Makes the event object itself part of the name, or not. */
    void setEventSelected(boolean select);

    /** The name that the SBB has given to the event. */
    String getEventName();

    /** The event object. */
    Object getEvent();

    /** The activity on which the event was fired. */
    Object getActivity();

    /** The address used in the name: the event's, unless replaced; may be null. */
    Address getAddress();

    /** Replaces the address. */
    void setAddress(Address address);

    /** The SBB's own part of the name, null at first. */
    String getCustomName();

    /** Sets the SBB's own part of the name; null for none. */
    void setCustomName(String name);

    /** Whether the event is an initial event, true at first. */
    boolean isInitialEvent();

    /** Says whether the event is an initial event for this service. */
    void setInitialEvent(boolean initial);
}
