package io.zongji.sbb.cti;

import io.zongji.domain.config.Extension;
import io.zongji.ra.sip.Flow;
import io.zongji.sbb.events.RegistrationKept;
import io.zongji.sbb.events.SignInEnded;
import java.text.ParseException;
import java.util.ListIterator;
import java.util.Optional;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.ServerTransaction;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registrar (RFC 3261, 10.3): one entity for each extension, which lives as long as the phone is registered. Its
 * activity, found by the extension's name, holds the phone's contact.
 */
public abstract class RegistrarSbb extends WatchedPhone {

    private static final Logger log = LoggerFactory.getLogger(RegistrarSbb.class);
    /** Registrations do not survive a restart, so phones are to come back soon after one. */
    private static final int LONGEST_SECONDS = 120;

    private static final int SHORTEST_SECONDS = 10;

    private SipIdentity identity;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        super.lookUp(environment);
        identity = new SipIdentity(sip(), store());
    }

    /** Of the last request that was heeded. */
    public abstract String getCallId();

    public abstract void setCallId(String callId);

    public abstract long getSequence();

    public abstract void setSequence(long sequence);

    /** One entity for each extension, so that its registrations are handled in order. */
    public InitialEventSelector selectExtension(InitialEventSelector selector) {
        selector.setCustomName(
                selector.getEvent() instanceof SignInEnded ended
                        ? ended.extension()
                        : extensionOf(((RequestEvent) selector.getEvent()).getRequest()));
        return selector;
    }

    public abstract void fireRegistrationKept(
            RegistrationKept event, ActivityContextInterface activity, Address address);

    public void onRegister(RequestEvent event, ActivityContextInterface activity) {
        try {
            Response response = answer(event.getRequest());
            if (response == null) {
                // Sent now, it would be there before the binding: a phone that is told 200 is to be reached.
                fireRegistrationKept(new RegistrationKept(), activity, null);
            } else {
                activity.detach(context().getSbbLocalObject());
                event.getServerTransaction().sendResponse(response);
            }
        } catch (ParseException | SipException | InvalidArgumentException e) {
            log.warn("A REGISTER could not be answered: {}", e.toString());
        }
    }

    public void onRegistrationKept(RegistrationKept event, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        ServerTransaction transaction = (ServerTransaction) activity.getActivity();
        try {
            transaction.sendResponse(registered(transaction.getRequest()));
        } catch (ParseException | SipException | InvalidArgumentException e) {
            log.warn("A registration was not told to the phone: {}", e.toString());
        }
    }

    /** Whoever signed out of the portal is not reached by its page any more. */
    public void onSignInEnded(SignInEnded event, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        if (event.holder().equals(getHolder())) {
            unbind("its user signed out");
        }
    }

    /** Null when it is done and to be told when it is committed. */
    private Response answer(Request request) throws ParseException, InvalidArgumentException {
        String number = extensionOf(request);
        SipIdentity.Caller caller = identity.verify(request);
        if (!caller.isKnown()) {
            return identity.challenge(request, caller);
        }
        Optional<Extension> extension = store().configuration()
                .extension(number)
                .filter(known -> caller.holder() != null || known.mayRegister());
        if (extension.isEmpty() || !caller.user().equals(number)) {
            return sip().getMessageFactory().createResponse(Response.FORBIDDEN, request);
        }
        if (isOutdated(request)) {
            return sip().getMessageFactory().createResponse(Response.SERVER_INTERNAL_ERROR, request);
        }
        return update(number, request, caller.holder());
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

    /** The last contact counts, and only the one that holds can be taken back. Null when all is kept. */
    private Response update(String number, Request request, String holder)
            throws ParseException, InvalidArgumentException {
        for (ListIterator<?> headers = request.getHeaders(ContactHeader.NAME); headers.hasNext(); ) {
            ContactHeader contact = (ContactHeader) headers.next();
            int seconds = secondsAsked(request, contact);
            if (contact.isWildCard() && seconds != 0) {
                return sip().getMessageFactory().createResponse(Response.BAD_REQUEST, request);
            }
            if (seconds > 0 && seconds < SHORTEST_SECONDS) {
                Response tooBrief = sip().getMessageFactory().createResponse(Response.INTERVAL_TOO_BRIEF, request);
                tooBrief.addHeader(sip().getHeaderFactory().createMinExpiresHeader(SHORTEST_SECONDS));
                return tooBrief;
            }
            if (holder == null && getHolder() != null) {
                return standingBy(request, contact, Math.min(seconds, LONGEST_SECONDS));
            }
            if (seconds > 0) {
                if (!bind(number, phone(contact, request, holder), Math.min(seconds, LONGEST_SECONDS))) {
                    return sip().getMessageFactory().createResponse(Response.TEMPORARILY_UNAVAILABLE, request);
                }
            } else if (contact.isWildCard() || holds(contact)) {
                unbind("it said so");
            }
        }
        return null;
    }

    /**
     * The agent has chosen the page, so the phone on the desk, which does not know that, gets no calls. It is to be content,
     * and takes over when the page is gone.
     */
    private Response standingBy(Request request, ContactHeader contact, int seconds)
            throws ParseException, InvalidArgumentException {
        Response response = sip().getMessageFactory().createResponse(Response.OK, request);
        if (seconds == 0) {
            setDeskPhone(null);
            return response;
        }
        standBy(phone(contact, request, null), store().clock().millis() + seconds * 1000L);
        ContactHeader own = (ContactHeader) contact.clone();
        own.setExpires(seconds);
        response.addHeader(own);
        return response;
    }

    private static Phone phone(ContactHeader contact, Request request, String holder) {
        return new Phone(
                contact.getAddress().getURI().toString(),
                Flow.of(request),
                contact.getParameter("+sip.instance"),
                holder);
    }

    private boolean holds(ContactHeader contact) {
        return contact.getAddress().getURI().toString().equals(contact());
    }

    /** The answer lists the binding that holds now. */
    private Response registered(Request request) throws ParseException, InvalidArgumentException {
        Response response = sip().getMessageFactory().createResponse(Response.OK, request);
        if (contact() != null) {
            ContactHeader contact = sip().getHeaderFactory()
                    .createContactHeader(sip().getAddressFactory()
                            .createAddress(sip().getAddressFactory().createURI(contact())));
            long left = (getExpiresAt() - store().clock().millis() + 999) / 1000;
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

    private static String extensionOf(Request request) {
        ToHeader to = (ToHeader) request.getHeader(ToHeader.NAME);
        String user = to.getAddress().getURI() instanceof SipURI uri ? uri.getUser() : null;
        return user == null ? "" : user;
    }
}
