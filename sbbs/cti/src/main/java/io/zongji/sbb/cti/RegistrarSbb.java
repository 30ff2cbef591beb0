package io.zongji.sbb.cti;

import io.zongji.domain.config.Extension;
import io.zongji.ra.sip.Flow;
import io.zongji.ra.sip.auth.DigestAuthenticator;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.ActivityNames;
import io.zongji.sbb.events.DeviceStateChanged;
import java.text.ParseException;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.header.ContactHeader;
import javax.sip.header.ExpiresHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import javax.slee.InitialEventSelector;
import javax.slee.SLEEException;
import javax.slee.facilities.ActivityContextNamingFacility;
import javax.slee.facilities.NameAlreadyBoundException;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerID;
import javax.slee.facilities.TimerOptions;
import javax.slee.nullactivity.NullActivity;
import javax.slee.nullactivity.NullActivityContextInterfaceFactory;
import javax.slee.nullactivity.NullActivityFactory;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrar (RFC 3261, 10.3): one entity for each extension, which lives as long as the phone is registered. Its
 * activity, found by the extension's name, holds the phone's contact.
 */
public abstract class RegistrarSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(RegistrarSbb.class);
    private static final int LONGEST_SECONDS = 3600;
    private static final int SHORTEST_SECONDS = 10;
    /** Phones register again before the end; a second late is not gone. */
    private static final int GRACE_SECONDS = 5;

    private SleeSipProvider sip;
    private SipIdentity identity;
    private CallCentreStore store;
    private ActivityContextNamingFacility names;
    private NullActivityFactory nullActivities;
    private NullActivityContextInterfaceFactory nullActivityContexts;
    private TimerFacility timers;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        sip = (SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider");
        identity = new SipIdentity(sip, store);
        names = (ActivityContextNamingFacility) environment.lookup("slee/facilities/activitycontextnaming");
        nullActivities = (NullActivityFactory) environment.lookup("slee/nullactivity/factory");
        nullActivityContexts = (NullActivityContextInterfaceFactory)
                environment.lookup("slee/nullactivity/activitycontextinterfacefactory");
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
    }

    public abstract RegistrationActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    public abstract ActivityContextInterface getRegistration();

    public abstract void setRegistration(ActivityContextInterface registration);

    public abstract TimerID getExpiryTimer();

    public abstract void setExpiryTimer(TimerID timer);

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
        if (verdict == null || !verdict.isAccepted()) {
            return identity.challenge(request, verdict != null && verdict.result() == DigestAuthenticator.Result.STALE);
        }
        Optional<Extension> extension = store.configuration().extension(number).filter(Extension::mayRegister);
        if (extension.isEmpty() || !verdict.user().equals(number)) {
            return sip.getMessageFactory().createResponse(Response.FORBIDDEN, request);
        }
        ContactHeader contact = (ContactHeader) request.getHeader(ContactHeader.NAME);
        if (contact == null) {
            return registered(request, 0);
        }
        int seconds = secondsAsked(request, contact);
        if (seconds == 0) {
            unregister(number);
            return registered(request, 0);
        }
        if (seconds < SHORTEST_SECONDS) {
            Response tooBrief = sip.getMessageFactory().createResponse(Response.INTERVAL_TOO_BRIEF, request);
            tooBrief.addHeader(sip.getHeaderFactory().createMinExpiresHeader(SHORTEST_SECONDS));
            return tooBrief;
        }
        int granted = Math.min(seconds, LONGEST_SECONDS);
        register(number, contact.getAddress().getURI().toString(), Flow.of(request), granted);
        return registered(request, granted);
    }

    /** The answer lists the binding that holds now. */
    private Response registered(Request request, int seconds) throws ParseException, InvalidArgumentException {
        Response response = sip.getMessageFactory().createResponse(Response.OK, request);
        if (seconds > 0) {
            ContactHeader contact =
                    (ContactHeader) request.getHeader(ContactHeader.NAME).clone();
            contact.setExpires(seconds);
            response.addHeader(contact);
        }
        return response;
    }

    private static int secondsAsked(Request request, ContactHeader contact) {
        if (contact.isWildCard()) {
            return 0;
        }
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
        long end = store.clock().millis() + (seconds + GRACE_SECONDS) * 1000L;
        setExpiryTimer(timers.setTimer(getRegistration(), null, end, new TimerOptions()));
        if (isNew) {
            log.info("Extension {} is registered at {}", number, flow);
            tellAcd(number, true);
        }
    }

    private ActivityContextInterface open(String number) {
        ActivityContextInterface activity =
                nullActivityContexts.getActivityContextInterface(nullActivities.createNullActivity());
        activity.attach(context().getSbbLocalObject());
        try {
            names.bind(activity, ActivityNames.registration(number));
        } catch (NameAlreadyBoundException e) {
            throw new SLEEException("Extension " + number + " has a registration already", e);
        }
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
            ((NullActivity) activity.getActivity()).endActivity();
            tellAcd(number, false);
        }
    }

    private void tellAcd(String number, boolean registered) {
        ActivityContextInterface acd = names.lookup(ActivityNames.ACD);
        if (acd != null && !acd.isEnding()) {
            fireDeviceStateChanged(new DeviceStateChanged(number, registered), acd, null);
        }
    }

    private static String extensionOf(Request request) {
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        String user = to.getAddress().getURI() instanceof SipURI uri ? uri.getUser() : null;
        return user == null ? "" : user;
    }
}
