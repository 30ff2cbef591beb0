package io.zongji.ra.sip;

import gov.nist.javax.sip.message.SIPMessage;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.ListIterator;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.URI;
import javax.sip.header.CSeqHeader;
import javax.sip.header.CallIdHeader;
import javax.sip.header.ContactHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.RecordRouteHeader;
import javax.sip.header.RouteHeader;
import javax.sip.header.ToHeader;
import javax.sip.header.ViaHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;

/**
 * Ends a call that a peer has answered though nobody here wants it any more: a fork that lost, or a 2xx
 * after the transaction was over. ACK and BYE are made from the 2xx alone (RFC 3261 section 13.2.2.4).
 */
final class LateAnswer {

    private final SipCore core;

    LateAnswer(SipCore core) {
        this.core = core;
    }

    void refuse(Response success) {
        try {
            Request ack = request(success, Request.ACK, 0);
            if (core.acks().of(success) == null) {
                core.acks().rememberRefusal(ack);
                core.stackProvider().sendRequest(ack);
                ClientTransaction bye = core.stackProvider().getNewClientTransaction(request(success, Request.BYE, 1));
                bye.sendRequest();
            }
        } catch (SipException | ParseException | InvalidArgumentException | RuntimeException e) {
            core.log().debug("A late answer could not be ended", e);
        }
    }

    private Request request(Response success, String method, int sequenceStep)
            throws SipException, ParseException, InvalidArgumentException {
        SipMessages messages = core.messages();
        ContactHeader contact = (ContactHeader) success.getHeader(ContactHeader.NAME);
        ToHeader to = (ToHeader) success.getHeader(ToHeader.NAME);
        URI target = contact == null
                ? to.getAddress().getURI()
                : contact.getAddress().getURI();
        CSeqHeader cseq = (CSeqHeader) success.getHeader(CSeqHeader.NAME);
        String transport = ((ViaHeader) success.getHeader(ViaHeader.NAME)).getTransport();
        List<ViaHeader> vias = new ArrayList<>();
        vias.add(messages.via(transport, gov.nist.javax.sip.Utils.getInstance().generateBranchId()));
        Request request = messages.factory()
                .createRequest(
                        (URI) target.clone(),
                        method,
                        (CallIdHeader) ((CallIdHeader) success.getHeader(CallIdHeader.NAME)).clone(),
                        messages.headers().createCSeqHeader(cseq.getSeqNumber() + sequenceStep, method),
                        (FromHeader) ((FromHeader) success.getHeader(FromHeader.NAME)).clone(),
                        (ToHeader) to.clone(),
                        vias,
                        messages.headers().createMaxForwardsHeader(70));
        List<RouteHeader> routes = routes(success);
        for (int i = routes.size() - 1; i >= 0; i--) {
            request.addHeader(routes.get(i));
        }
        if (routes.isEmpty()) {
            SIPMessage received = (SIPMessage) success;
            if (received.getRemoteAddress() != null && received.getRemotePort() > 0) {
                new Flow(transport, received.getRemoteAddress().getHostAddress(), received.getRemotePort())
                        .pin(request);
            }
        }
        return request;
    }

    private List<RouteHeader> routes(Response success) {
        List<RouteHeader> routes = new ArrayList<>();
        for (ListIterator<?> recorded = success.getHeaders(RecordRouteHeader.NAME); recorded.hasNext(); ) {
            Address address = ((RecordRouteHeader) recorded.next()).getAddress();
            routes.add(core.messages().headers().createRouteHeader((Address) address.clone()));
        }
        return routes;
    }
}
