package io.zongji.sbb.cti;

import io.zongji.domain.config.Extension;
import io.zongji.ra.sip.Flow;
import io.zongji.ra.sip.auth.DigestAuthenticator;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.DeviceStateChanged;
import java.text.ParseException;
import java.util.ListIterator;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.InitialEventSelector;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrar (RFC 3261, 10.3): one entity for each extension, which lives as long as the phone is registered. Its
 * activity, found by the extension's name, holds the phone's contact.
 */
public abstract class RegistrarSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(RegistrarSbb.class);
    /** Registrations do not survive a restart, so phones are to come back soon after one. */
    private static final int LONGEST_SECONDS = 120;

    private static final int SHORTEST_SECONDS = 10;
    /** Phones register again before the end; a second late is not gone. */
    private static final long GRACE_MILLIS = 5_000;

    private SleeSipProvider sip;
    private SipIdentity identity;
    private CallCentreStore store;
    private NamedActivities activities;
    private TimerFacility timers;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        sip = (SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider");
        identity = new SipIdentity(sip, store);
        activities = new NamedActivities(environment);
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
    }

    public abstract RegistrationActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    public abstract ActivityContextInterface getRegistration();

    public abstract void setRegistration(ActivityContextInterface registration);

    public abstract TimerID getExpiryTimer();

    public abstract void setExpiryTimer(TimerID timer);

    /** When the registration is over, epoch milliseconds. */
    public abstract long getExpiresAt();

    public abstract void setExpiresAt(long at);

    /** Of the last request that was heeded. */
    public abstract String getCallId();

    public abstract void setCallId(String callId);

    public abstract long getSequence();

    public abstract void setSequence(long sequence);

    public abstract void fireDeviceStateChanged(
            DeviceStateChanged event, ActivityContextInterface activity, Address address);

    /** One entity for each extension, so that its registrations are handled in order. */
    public InitialEventSelector selectExtension(InitialEventSelector selector) {
        selector.setCustomName(extensionOf(((RequestEvent) selector.getEvent()).getRequest()));
        return selector;
    }

    public void onRegister(RequestEvent event, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        Request request = event.getRequest();
        try {
            event.getServerTransaction().sendResponse(answer(request));
        } catch (ParseException | SipException | InvalidArgumentException e) {
            log.warn("A REGISTER could not be answered: {}", e.toString());
        }
    }

    private Response answer(Request request) throws ParseException, InvalidArgumentException {
        String number = extensionOf(request);
        DigestAuthenticator.Verdict verdict = identity.verify(request);
        if (!verdict.isAccepted()) {
            return identity.challenge(request, verdict);
        }
        Optional<Extension> extension = store.configuration().extension(number).filter(Extension::mayRegister);
        if (extension.isEmpty() || !verdict.user().equals(number)) {
            return sip.getMessageFactory().createResponse(Response.FORBIDDEN, request);
        }
        if (isOutdated(request)) {
            return sip.getMessageFactory().createResponse(Response.SERVER_INTERNAL_ERROR, request);
        }
        return update(number, request);
    }

    /** A request that was overtaken by a later one of the same phone changes nothing (RFC 3261, 10.3, step 7). */
    private boolean isOutdated(Request request) {
        String call = ((CallIdHeader) request.getHeader(CallIdHeader.NAME)).getCallId();
        long sequence = ((CSeqHeader) request.getHeader(CSeqHeader.NAME)).getSeqNumber();
        boolean outdated = call.equals(getCallId()) && sequence <= getSequence();
        if (!outdated) {
            setCallId(call);
            setSequence(sequence);
        }
        return outdated;
    }

    /** One phone an extension: the last contact counts, and only the one that holds can be taken back. */
    private Response update(String number, Request request) throws ParseException, InvalidArgumentException {
        for (ListIterator<?> headers = request.getHeaders(ContactHeader.NAME); headers.hasNext(); ) {
            ContactHeader contact = (ContactHeader) headers.next();
            int seconds = secondsAsked(request, contact);
            if (contact.isWildCard() && seconds != 0) {
                return sip.getMessageFactory().createResponse(Response.BAD_REQUEST, request);
            }
            if (seconds > 0 && seconds < SHORTEST_SECONDS) {
                Response tooBrief = sip.getMessageFactory().createResponse(Response.INTERVAL_TOO_BRIEF, request);
                tooBrief.addHeader(sip.getHeaderFactory().createMinExpiresHeader(SHORTEST_SECONDS));
                return tooBrief;
            }
            if (seconds > 0) {
                String uri = contact.getAddress().getURI().toString();
                register(number, uri, Flow.of(request), Math.min(seconds, LONGEST_SECONDS));
            } else if (contact.isWildCard() || holds(contact)) {
                unregister(number);
            }
        }
        return registered(request);
    }

    private boolean holds(ContactHeader contact) {
        return getRegistration() != null
                && contact.getAddress()
                        .getURI()
                        .toString()
                        .equals(asSbbActivityContextInterface(getRegistration()).getContact());
    }

    /** The answer lists the binding that holds now. */
    private Response registered(Request request) throws ParseException, InvalidArgumentException {
        Response response = sip.getMessageFactory().createResponse(Response.OK, request);
        if (getRegistration() != null) {
            String uri = asSbbActivityContextInterface(getRegistration()).getContact();
            ContactHeader contact = sip.getHeaderFactory()
                    .createContactHeader(sip.getAddressFactory()
                            .createAddress(sip.getAddressFactory().createURI(uri)));
            long left = (getExpiresAt() - store.clock().millis() + 999) / 1000;
            contact.setExpires((int) Math.max(0, left));
            response.addHeader(contact);
        }
        return response;
    }

    private static int secondsAsked(Request request, ContactHeader contact) {
        if (contact.getExpires() >= 0) {
            return contact.getExpires();
        }
        ExpiresHeader expires = request.getExpires();
        return expires == null ? LONGEST_SECONDS : expires.getExpires();
    }

    private void register(String number, String contact, Flow flow, int seconds) {
        boolean isNew = getRegistration() == null;
        if (isNew) {
            setRegistration(open(number));
        } else {
            timers.cancelTimer(getExpiryTimer());
        }
        RegistrationActivity registration = asSbbActivityContextInterface(getRegistration());
        registration.setContact(contact);
        registration.setFlow(flow.toString());
        setExpiresAt(store.clock().millis() + seconds * 1000L);
        setExpiryTimer(timers.setTimer(getRegistration(), null, getExpiresAt() + GRACE_MILLIS, new TimerOptions()));
        if (isNew) {
            log.info("Extension {} is registered at {}", number, flow);
            tellAcd(number, true);
        }
    }

    private ActivityContextInterface open(String number) {
        ActivityContextInterface activity =
                activities.open(ActivityNames.registration(number), context().getSbbLocalObject());
        asSbbActivityContextInterface(activity).setExtension(number);
        return activity;
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        if (getRegistration() != null && event.getTimerID().equals(getExpiryTimer())) {
            unregister(asSbbActivityContextInterface(getRegistration()).getExtension());
        }
    }

    private void unregister(String number) {
        ActivityContextInterface activity = getRegistration();
        if (activity != null) {
            log.info("Extension {} is gone", number);
            setRegistration(null);
            unbind(number);
            ((NullActivity) activity.getActivity()).endActivity();
            tellAcd(number, false);
        }
    }

    /** At once, not with the end of the activity: the phone may register again in the same moment. */
    private void unbind(String number) {
        if (!activities.release(ActivityNames.registration(number))) {
            log.warn("The registration of {} had no name", number);
        }
    }

    private void tellAcd(String number, boolean registered) {
        activities
                .find(ActivityNames.ACD)
                .ifPresent(acd -> fireDeviceStateChanged(new DeviceStateChanged(number, registered), acd, null));
    }

    private static String extensionOf(Request request) {
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        String user = to.getAddress().getURI() instanceof SipURI uri ? uri.getUser() : null;
        return user == null ? "" : user;
    }
}
