package io.zongji.sbb.cti;

import io.zongji.domain.config.Admission;
import io.zongji.domain.config.AdmissionDecision;
import io.zongji.domain.config.IncomingInvite;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.phone.DialledCode;
import io.zongji.ra.sip.Flow;
import io.zongji.ra.store.CallCentreStore;
import java.text.ParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.address.SipURI;
import javax.sip.address.URI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.FromHeader;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.sip.message.Response;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads an INVITE that opens a call, has {@link Admission} decide on it, and turns callers away. */
final class Reception {

    private static final Logger log = LoggerFactory.getLogger(Reception.class);

    private final SleeSipProvider sip;
    private final SipIdentity identity;
    private final CallCentreStore store;

    Reception(SleeSipProvider sip, CallCentreStore store) {
        this.sip = sip;
        this.identity = new SipIdentity(sip, store);
        this.store = store;
    }

    /** Whether something of an agent's state is asked for, and nobody is called. */
    static boolean dialsCode(RequestEvent invite) {
        return DialledCode.of(userOf(invite.getRequest().getRequestURI())).isPresent();
    }

    AdmissionDecision decide(RequestEvent event) {
        Request invite = event.getRequest();
        Flow source = Flow.of(invite);
        FromHeader from = (FromHeader) invite.getHeader(FromHeader.NAME);
        return Admission.decide(
                new IncomingInvite(
                        // Pages come through the portal, from our own address: that proves nothing.
                        source.isWebSocket() ? "a page" : source.host(),
                        source.port(),
                        userOf(from.getAddress().getURI()),
                        userOf(invite.getRequestURI()),
                        userOf(((ToHeader) invite.getHeader(ToHeader.NAME))
                                .getAddress()
                                .getURI()),
                        identity.verify(invite).user()),
                store.configuration(),
                store.clock().instant());
    }

    /** What the journal says of an arriving call. */
    Map<String, String> arrival(RequestEvent event, String caller, String dialled, Trunk trunk) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(CallEventData.DIRECTION, "inbound");
        data.put(CallEventData.ROLE, CallEventData.ROLE_CALLER);
        data.put(CallEventData.CALLER, caller);
        data.put(CallEventData.PARTY, caller);
        data.put(CallEventData.DIALLED, dialled);
        CallIdHeader id = (CallIdHeader) event.getRequest().getHeader(CallIdHeader.NAME);
        data.put(CallEventData.SIP_CALL_ID, id.getCallId());
        if (trunk != null) {
            data.put(CallEventData.TRUNK, trunk.name());
            if (trunk.gateway() != null) {
                data.put(CallEventData.GATEWAY, trunk.gateway());
            }
        }
        return data;
    }

    void refuse(RequestEvent event, InviteRefusal refusal) {
        Request invite = event.getRequest();
        try {
            Response response = refusal.challenge()
                    ? identity.challenge(invite, identity.verify(invite))
                    : sip.getMessageFactory().createResponse(refusal.cause().sipStatus(), invite);
            event.getServerTransaction().sendResponse(response);
        } catch (ParseException | SipException | InvalidArgumentException e) {
            log.warn("An INVITE could not be refused: {}", e.toString());
        }
    }

    private static String userOf(URI uri) {
        String user = uri instanceof SipURI sipUri ? sipUri.getUser() : null;
        return user == null ? "" : user;
    }
}
