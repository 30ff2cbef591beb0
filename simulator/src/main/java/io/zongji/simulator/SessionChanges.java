package io.zongji.simulator;

import java.text.ParseException;
import javax.sip.InvalidArgumentException;
import javax.sip.ServerTransaction;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How the session of a call that is up is changed by one of the two (RFC 3261, 14). On the stack's thread. */
final class SessionChanges {

    private static final Logger log = LoggerFactory.getLogger(PhoneCall.class);

    private final PhoneCall call;
    private String direction;

    SessionChanges(PhoneCall call) {
        this.call = call;
    }

    /** Offers the other party to go on in this direction, by a re-INVITE. */
    void offer(String wanted) throws SipException, ParseException {
        if (call.state() != CallState.TALKING || call.isHangingUp()) {
            throw new IllegalStateException("no call to change: " + call);
        }
        direction = wanted;
        Request invite = call.dialog().createRequest(Request.INVITE);
        invite.setHeader(call.messages().contact(account().user(), account().transport()));
        call.messages().setSdp(invite, call.sdp().offer(wanted));
        call.dialog().sendRequest(call.stack().transaction(invite, call));
    }

    /** Our re-INVITE has its final response. */
    void answered(Response response) throws SipException, InvalidArgumentException {
        if (response.getStatusCode() < 300) {
            call.dialog().sendAck(call.dialog().createAck(SipMessages.sequence(response)));
            call.connect(SipMessages.sdp(response));
            call.heldByUs("sendonly".equals(direction));
        } else {
            log.debug("{}: re-INVITE refused by {}", call, response.getStatusCode());
        }
    }

    /** The other party offers a change. */
    void offered(Request request, ServerTransaction transaction)
            throws SipException, ParseException, InvalidArgumentException {
        SipMessages messages = call.messages();
        if (call.phone().refusal() > 0) {
            transaction.sendResponse(messages.response(call.phone().refusal(), request));
            return;
        }
        Response ok = messages.response(Response.OK, request);
        ok.setHeader(messages.contact(account().user(), account().transport()));
        String offer = SipMessages.sdp(request);
        if (offer != null) {
            PhoneSdp.Remote remote = call.sdp().read(offer);
            messages.setSdp(ok, call.sdp().answer(remote));
            call.connect(remote);
        } else if (request.getMethod().equals(Request.INVITE)) {
            messages.setSdp(ok, call.sdp().offer("sendrecv"));
        }
        transaction.sendResponse(ok);
    }

    private PhoneAccount account() {
        return call.phone().account();
    }
}
