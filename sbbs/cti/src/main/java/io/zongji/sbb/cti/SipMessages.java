package io.zongji.sbb.cti;

import io.zongji.domain.LegId;
import io.zongji.domain.call.Cause;
import io.zongji.ra.sip.Flow;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Iterator;
import java.util.regex.Pattern;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.AllowEventsHeader;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContentTypeHeader;
import javax.sip.header.EventHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.Header;
import javax.sip.header.ReasonHeader;
import javax.sip.header.SubscriptionStateHeader;
import javax.sip.message.Message;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.SleeSipProvider;

/** Builds and reads the SIP messages of call control. Stateless but for the provider; any thread. */
final class SipMessages {

    private static final Pattern HOLD = Pattern.compile("(?m)^(a=(sendonly|inactive)|c=IN IP4 0\\.0\\.0\\.0)\\s*$");

    private static final String ANSWER_MODE = "Answer-Mode";

    private final SleeSipProvider sip;

    SipMessages(SleeSipProvider sip) {
        this.sip = sip;
    }

    /** The session description of a message; null when it has none. */
    static String sdpOf(Message message) {
        ContentTypeHeader type = (ContentTypeHeader) message.getHeader(ContentTypeHeader.NAME);
        byte[] body = message.getRawContent();
        boolean sdp = type != null
                && "application".equalsIgnoreCase(type.getContentType())
                && "sdp".equalsIgnoreCase(type.getContentSubType());
        return sdp && body != null && body.length > 0 ? new String(body, StandardCharsets.UTF_8) : null;
    }

    /** Whether a phone that offers this wants to hear nothing for now: by direction, or in the old way by no address. */
    static boolean holds(String sdp) {
        return HOLD.matcher(sdp).find();
    }

    Response response(Request request, int status) throws ParseException {
        return sip.getMessageFactory().createResponse(status, request);
    }

    /** A 200 with our description; the resource adaptor adds the rest. */
    Response ok(Request request, String sdp) throws ParseException {
        Response response = response(request, Response.OK);
        response.setContent(sdp.getBytes(StandardCharsets.UTF_8), sdpType());
        return response;
    }

    /** Completes an INVITE that the dialog made: where it goes and what it offers. */
    Request invite(Request invite, Destination destination, String sdp) throws ParseException {
        invite.setRequestURI(sip.getAddressFactory().createURI(destination.uri()));
        withSdp(invite, sdp);
        if (destination.flow() != null) {
            Flow.parse(destination.flow()).pin(invite);
        }
        if (destination.auto()) {
            askToAnswer(invite);
        }
        return invite;
    }

    /** The INVITE belongs to the same call as the one that was refused with this (RFC 3261, 22.2). */
    void continueCall(Request invite, Response refusal) throws ParseException, SipException {
        CSeqHeader before = (CSeqHeader) refusal.getHeader(CSeqHeader.NAME);
        try {
            invite.setHeader((Header) refusal.getHeader(CallIdHeader.NAME).clone());
            invite.setHeader((Header) refusal.getHeader(FromHeader.NAME).clone());
            invite.setHeader(sip.getHeaderFactory().createCSeqHeader(before.getSeqNumber() + 1, Request.INVITE));
        } catch (InvalidArgumentException e) {
            throw new SipException("no further sequence number", e);
        }
    }

    /** In the words of the standard (RFC 5373), and in the two that desk phones have understood for longer. */
    private void askToAnswer(Request invite) throws ParseException {
        String us = "<sip:" + sip.getLocalSipURI("udp").getHost() + ">";
        addHeader(invite, ANSWER_MODE, "Auto");
        addHeader(invite, "Call-Info", us + ";answer-after=0");
        addHeader(invite, "Alert-Info", us + ";info=alert-autoanswer;delay=0");
    }

    /** Tells a page that it is called for a leg that it had already, and answers by itself (RFC 5373). */
    void addReturn(Request invite, LegId leg) throws ParseException {
        addHeader(invite, ANSWER_MODE, "Auto");
        addHeader(invite, "X-Zongji-Resumes", leg.toString());
    }

    /** Tells a phone of an event of a package that it has no subscription to; the makers of phones do so too. */
    Request event(Request notify, String event) throws ParseException {
        addHeader(notify, EventHeader.NAME, event);
        addHeader(notify, SubscriptionStateHeader.NAME, "active");
        return notify;
    }

    /** Whether the sender understands this event. */
    static boolean allows(Message message, String event) {
        for (Iterator<?> headers = message.getHeaders(AllowEventsHeader.NAME); headers.hasNext(); ) {
            if (((AllowEventsHeader) headers.next()).getEventType().equalsIgnoreCase(event)) {
                return true;
            }
        }
        return false;
    }

    /** Tells what came of a REFER so far (RFC 3515, 2.4.4): as the status line that the phone would have got itself. */
    Request sipFragment(Request notify, Request refer, Referral of, int status) throws ParseException {
        addHeader(notify, EventHeader.NAME, "refer;id=" + of.id());
        addHeader(
                notify,
                SubscriptionStateHeader.NAME,
                status < Response.OK ? "active;expires=180" : "terminated;reason=noresource");
        String fragment = "SIP/2.0 " + status + " " + response(refer, status).getReasonPhrase() + "\r\n";
        ContentTypeHeader type = sip.getHeaderFactory().createContentTypeHeader("message", "sipfrag");
        type.setParameter("version", "2.0");
        notify.setContent(fragment.getBytes(StandardCharsets.UTF_8), type);
        return notify;
    }

    void addHeader(Message message, String name, String value) throws ParseException {
        message.addHeader(sip.getHeaderFactory().createHeader(name, value));
    }

    /** With our description as its content. */
    Request withSdp(Request request, String sdp) throws ParseException {
        request.setContent(sdp.getBytes(StandardCharsets.UTF_8), sdpType());
        return request;
    }

    /** Our own address with the caller's number as user. */
    Address caller(String user, String name) throws ParseException {
        SipURI local = sip.getLocalSipURI("udp");
        SipURI uri = sip.getAddressFactory().createSipURI(user, local.getHost());
        Address address = sip.getAddressFactory().createAddress(uri);
        if (name != null) {
            address.setDisplayName(name);
        }
        return address;
    }

    Address address(String uri) throws ParseException {
        return sip.getAddressFactory().createAddress(sip.getAddressFactory().createURI(uri));
    }

    /** Says why in a Reason header (RFC 3326). */
    void addReason(Request request, Cause cause) throws ParseException {
        try {
            request.addHeader(sip.getHeaderFactory().createReasonHeader("Q.850", cause.q850(), cause.code()));
        } catch (InvalidArgumentException e) {
            throw new IllegalStateException("Cause " + cause + " has no valid Q.850 value", e);
        }
    }

    /** What a BYE says of its reason; normal clearing when it says nothing. */
    Cause reasonOf(Request bye) {
        ReasonHeader reason = (ReasonHeader) bye.getHeader(ReasonHeader.NAME);
        return reason == null || !"Q.850".equalsIgnoreCase(reason.getProtocol())
                ? Cause.NORMAL
                : Cause.fromQ850(reason.getCause());
    }

    private ContentTypeHeader sdpType() throws ParseException {
        return sip.getHeaderFactory().createContentTypeHeader("application", "sdp");
    }
}
