package io.zongji.sbb.cti;

import io.zongji.ra.sip.Flow;
import io.zongji.ra.sip.FlowActivity;
import io.zongji.ra.sip.FlowLost;
import io.zongji.ra.sip.SipFlowActivityContextInterfaceFactory;
import io.zongji.ra.sip.SipFlows;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.DeviceStateChanged;
import io.zongji.sbb.events.PhoneReturned;
import java.util.Objects;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the phone of one extension is. The registration's activity has a name while there is a phone. A page that was lost
 * may come back: its activity stays for a while without the name, so that calls that wait for it hear of its return.
 */
public abstract class PhoneBinding extends AskingSbb {

    private static final Logger log = LoggerFactory.getLogger(RegistrarSbb.class);
    /** Phones register again before the end; a second late is not gone. */
    private static final long LATE_MILLIS = 5_000;
    /** How long the phone on the desk leaves a page that is lost: one that is only loaded anew is back by then. */
    private static final long TAKE_OVER_MILLIS = 3_000;

    private CallCentreStore store;
    private NamedActivities activities;
    private TimerFacility timers;
    private SipFlows flows;
    private SipFlowActivityContextInterfaceFactory flowActivities;

    /**
     * A phone that registers.
     *
     * @param instance names the device or page, whatever its connection; null when it has not said
     * @param holder   the portal session of a page; null for a phone with a password
     */
    record Phone(String contact, Flow flow, String instance, String holder) {}

    @Override
    protected void lookUp(Context environment) throws NamingException {
        super.lookUp(environment);
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        activities = new NamedActivities(environment);
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
        flows = (SipFlows) environment.lookup("slee/resources/sipflows/1.0/flows");
        flowActivities =
                (SipFlowActivityContextInterfaceFactory) environment.lookup("slee/resources/sipflows/1.0/acifactory");
    }

    public abstract RegistrationActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    public abstract ActivityContextInterface getRegistration();

    public abstract void setRegistration(ActivityContextInterface registration);

    public abstract TimerID getExpiryTimer();

    public abstract void setExpiryTimer(TimerID timer);

    /** When the registration is over, epoch milliseconds. */
    public abstract long getExpiresAt();

    public abstract void setExpiresAt(long at);

    /** The connection of a page; null for phones that are reached without one. */
    public abstract ActivityContextInterface getConnection();

    public abstract void setConnection(ActivityContextInterface connection);

    /** The portal session that registered; null for a phone with a password. */
    public abstract String getHolder();

    public abstract void setHolder(String holder);

    /** The phone on the desk while a page is the agent's phone; null when there is none. */
    public abstract DeskPhone getDeskPhone();

    public abstract void setDeskPhone(DeskPhone phone);

    public abstract TimerID getTakeOverTimer();

    public abstract void setTakeOverTimer(TimerID timer);

    public abstract void fireDeviceStateChanged(
            DeviceStateChanged event, ActivityContextInterface activity, Address address);

    public abstract void firePhoneReturned(PhoneReturned event, ActivityContextInterface activity, Address address);

    final CallCentreStore store() {
        return store;
    }

    /** The phone's contact; null when there is none. */
    final String contact() {
        return getRegistration() == null
                ? null
                : asSbbActivityContextInterface(getRegistration()).getContact();
    }

    /**
     * One phone an extension: the last one counts.
     *
     * @return false when its connection is lost already
     */
    final boolean bind(String number, Phone phone, int seconds) {
        if (!follow(phone.flow())) {
            return false;
        }
        boolean isNew = contact() == null;
        boolean mayBeAwaited = getRegistration() != null;
        if (mayBeAwaited) {
            timers.cancelTimer(getExpiryTimer());
        } else {
            setRegistration(activities.open(context().getSbbLocalObject()));
            asSbbActivityContextInterface(getRegistration()).setExtension(number);
        }
        if (isNew) {
            activities.name(getRegistration(), ActivityNames.registration(number));
        }
        RegistrationActivity registration = asSbbActivityContextInterface(getRegistration());
        if (phone.holder() == null) {
            setDeskPhone(null);
        } else if (!isNew && getHolder() == null) {
            Flow desk = Flow.parse(registration.getFlow());
            standBy(new Phone(registration.getContact(), desk, registration.getInstance(), null), getExpiresAt());
        }
        String flow = phone.flow().toString();
        boolean moved = !flow.equals(registration.getFlow());
        registration.setContact(phone.contact());
        registration.setFlow(flow);
        registration.setInstance(phone.instance());
        setHolder(phone.holder());
        setExpiresAt(store.clock().millis() + seconds * 1000L);
        wake(getExpiresAt() + LATE_MILLIS);
        heardFrom();
        if (isNew) {
            log.info("Extension {} is registered at {}", number, phone.flow());
            tellAcd(number, true);
        }
        if (moved && mayBeAwaited && getConnection() != null) {
            firePhoneReturned(new PhoneReturned(phone.contact(), flow, phone.instance()), getRegistration(), null);
        }
        return true;
    }

    /** The phone on the desk waits for the page to go. */
    final void standBy(Phone desk, long untilMillis) {
        setDeskPhone(new DeskPhone(desk.contact(), desk.flow().toString(), desk.instance(), untilMillis));
    }

    /** Hears of the loss of this connection, and of no other any more. */
    private boolean follow(Flow flow) {
        ActivityContextInterface before = getConnection();
        ActivityContextInterface now = null;
        if (flow.isWebSocket()) {
            FlowActivity open = flows.activity(flow);
            if (open == null) {
                return false;
            }
            now = flowActivities.getActivityContextInterface(open);
        }
        if (!Objects.equals(before, now)) {
            leaveConnection();
            setConnection(now);
            if (now != null) {
                now.attach(context().getSbbLocalObject());
            }
        }
        return true;
    }

    private void leaveConnection() {
        ActivityContextInterface before = getConnection();
        if (before != null) {
            setConnection(null);
            before.detach(context().getSbbLocalObject());
        }
    }

    public void onFlowLost(FlowLost event, ActivityContextInterface connection) {
        if (connection.equals(getConnection())) {
            unbind("its connection is lost");
        }
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (getRegistration() != null && event.getTimerID().equals(getTakeOverTimer())) {
            takeOver();
            return;
        }
        if (getRegistration() == null || !event.getTimerID().equals(getExpiryTimer())) {
            return;
        }
        if (contact() == null) {
            forget();
        } else {
            unbind("it did not register again");
        }
    }

    /** The phone is gone: offers stop at once, calls of a page may wait. */
    final void unbind(String why) {
        if (contact() == null) {
            return;
        }
        RegistrationActivity registration = asSbbActivityContextInterface(getRegistration());
        String number = registration.getExtension();
        log.info("Extension {} is gone: {}", number, why);
        timers.cancelTimer(getExpiryTimer());
        watchNoMore();
        registration.setContact(null);
        registration.setFlow(null);
        setHolder(null);
        // At once, not with the end of the activity: the phone may register again in the same moment.
        if (!activities.release(ActivityNames.registration(number))) {
            log.warn("The registration of {} had no name", number);
        }
        tellAcd(number, false);
        if (getConnection() == null) {
            forget();
        } else {
            leaveConnection();
            // Twice: a leg may notice later than the registrar that it waits.
            wake(store.clock().millis() + 2 * store.phones().returnTime().toMillis());
            if (getDeskPhone() != null) {
                setTakeOverTimer(startTimer(store.clock().millis() + TAKE_OVER_MILLIS));
            }
        }
    }

    /** Nobody asks the phone on the desk to register again: it was told that it is registered. */
    private void takeOver() {
        DeskPhone desk = getDeskPhone();
        if (contact() != null || desk == null) {
            return;
        }
        setDeskPhone(null);
        long seconds = (desk.until() - store.clock().millis() + 999) / 1000;
        if (seconds > 0) {
            String number = asSbbActivityContextInterface(getRegistration()).getExtension();
            bind(number, new Phone(desk.contact(), Flow.parse(desk.flow()), desk.instance(), null), (int) seconds);
        }
    }

    private void forget() {
        ActivityContextInterface activity = getRegistration();
        setRegistration(null);
        ((NullActivity) activity.getActivity()).endActivity();
    }

    private void wake(long atMillis) {
        setExpiryTimer(startTimer(atMillis));
    }

    final TimerID startTimer(long atMillis) {
        return timers.setTimer(getRegistration(), null, atMillis, new TimerOptions());
    }

    final void cancelTimer(TimerID timer) {
        timers.cancelTimer(timer);
    }

    /** The phone has said something, if it only registers again. */
    abstract void heardFrom();

    /** There is no phone, or nobody who needs it. */
    abstract void watchNoMore();

    final void tellAcd(String number, boolean registered) {
        activities
                .find(ActivityNames.ACD)
                .ifPresent(acd -> fireDeviceStateChanged(new DeviceStateChanged(number, registered), acd, null));
    }
}
