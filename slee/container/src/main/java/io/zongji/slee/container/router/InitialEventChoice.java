package io.zongji.slee.container.router;

import io.zongji.slee.container.activity.QueuedEvent;
import io.zongji.slee.container.descriptor.InitialEventVariable;
import io.zongji.slee.container.descriptor.SbbEvent;
import io.zongji.slee.container.entity.SbbObject;
import io.zongji.slee.container.entity.Service;
import java.util.Set;
import javax.slee.Address;
import javax.slee.InitialEventSelector;
import javax.slee.profile.ProfileID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What takes part in a convergence name: the descriptor's variables, as the SBB's selector method may have changed them. */
final class InitialEventChoice implements InitialEventSelector {
    private static final Logger log = LoggerFactory.getLogger(InitialEventChoice.class);

    private final QueuedEvent event;
    private final String eventName;
    private boolean activityContext;
    private boolean addressProfile;
    private boolean addressSelected;
    private boolean eventType;
    private boolean eventObject;
    private Address address;
    private String customName;
    private boolean initial = true;

    private InitialEventChoice(QueuedEvent event, SbbEvent descriptor) {
        this.event = event;
        this.eventName = descriptor.name();
        this.address = event.getAddress();
        Set<InitialEventVariable> variables = descriptor.initialEventVariables();
        activityContext = variables.contains(InitialEventVariable.ACTIVITY_CONTEXT);
        addressProfile = variables.contains(InitialEventVariable.ADDRESS_PROFILE);
        addressSelected = variables.contains(InitialEventVariable.ADDRESS);
        eventType = variables.contains(InitialEventVariable.EVENT_TYPE);
        eventObject = variables.contains(InitialEventVariable.EVENT);
    }

    /** Null if the selector says that the event is not initial, or fails. */
    static ConvergenceName convergenceName(QueuedEvent event, Service service) {
        int index = service.rootSbb().type().handlerOf(event.type());
        SbbEvent descriptor = service.rootSbb().type().component().events().get(index);
        if (descriptor.initialEventSelector().isEmpty()
                && descriptor.initialEventVariables().isEmpty()) {
            return ConvergenceName.NOTHING_SELECTED;
        }
        InitialEventChoice choice = new InitialEventChoice(event, descriptor);
        if (descriptor.initialEventSelector().isPresent() && !choice.confirmedBy(service, index)) {
            return null;
        }
        return choice.name(service);
    }

    private boolean confirmedBy(Service service, int index) {
        try {
            return SbbObject.select(service.rootSbb(), index, this) != null && initial;
        } catch (RuntimeException | Error e) {
            log.warn("The initial event selector of {} failed for {}: the event is not initial", service, eventName, e);
            return false;
        }
    }

    private ConvergenceName name(Service service) {
        ProfileID profile = null;
        // Without an address the variable is ignored; with one that no profile has the event is not initial.
        if (addressProfile && address != null) {
            profile = service.addressProfile(address);
            if (profile == null) {
                return null;
            }
        }
        return new ConvergenceName(
                activityContext ? event.context() : null,
                addressSelected ? address : null,
                profile,
                eventType ? event.type().id() : null,
                eventObject ? new ConvergenceName.Same(event.getEvent()) : null,
                customName);
    }

    @Override
    public boolean isActivityContextSelected() {
        return activityContext;
    }

    @Override
    public void setActivityContextSelected(boolean select) {
        activityContext = select;
    }

    @Override
    public boolean isAddressProfileSelected() {
        return addressProfile;
    }

    @Override
    public void setAddressProfileSelected(boolean select) {
        addressProfile = select;
    }

    @Override
    public boolean isAddressSelected() {
        return addressSelected;
    }

    @Override
    public void setAddressSelected(boolean select) {
        addressSelected = select;
    }

    @Override
    public boolean isEventTypeSelected() {
        return eventType;
    }

    @Override
    public void setEventTypeSelected(boolean select) {
        eventType = select;
    }

    @Override
    public boolean isEventSelected() {
        return eventObject;
    }

    @Override
    public void setEventSelected(boolean select) {
        eventObject = select;
    }

    @Override
    public String getEventName() {
        return eventName;
    }

    @Override
    public Object getEvent() {
        return event.getEvent();
    }

    @Override
    public Object getActivity() {
        return event.context().activity();
    }

    @Override
    public Address getAddress() {
        return address;
    }

    @Override
    public void setAddress(Address newAddress) {
        address = newAddress;
    }

    @Override
    public String getCustomName() {
        return customName;
    }

    @Override
    public void setCustomName(String name) {
        customName = name;
    }

    @Override
    public boolean isInitialEvent() {
        return initial;
    }

    @Override
    public void setInitialEvent(boolean value) {
        initial = value;
    }
}
