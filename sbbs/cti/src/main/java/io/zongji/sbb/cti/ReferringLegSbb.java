package io.zongji.sbb.cti;

import io.zongji.domain.call.Cause;
import io.zongji.sbb.events.PhoneRefers;
import java.text.ParseException;
import java.util.Optional;
import javax.sip.InvalidArgumentException;
import javax.sip.RequestEvent;
import javax.sip.SipException;
import javax.sip.message.Request;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import net.java.slee.resource.sip.DialogActivity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A leg whose phone may ask by REFER that its call goes on with somebody else (RFC 3515, RFC 5589). Whether that is done is
 * the call's affair; the phone is told by NOTIFY what comes of it, in the same dialog, which stays until then.
 */
public abstract class ReferringLegSbb extends SessionLegSbb {

    private static final Logger log = LoggerFactory.getLogger(ReferringLegSbb.class);

    /** The REFER whose outcome is due; null when none is. */
    public abstract RequestEvent getRefer();

    public abstract void setRefer(RequestEvent refer);

    /** Our answer to the REFER is out. */
    public abstract boolean getReferAccepted();

    public abstract void setReferAccepted(boolean accepted);

    public abstract void firePhoneRefers(PhoneRefers event, ActivityContextInterface activity, Address address);

    public void onRefer(RequestEvent event, ActivityContextInterface activity) {
        Optional<Referral> referral = Referral.of(event.getRequest());
        if (referral.isEmpty()) {
            respond(event, Response.BAD_REQUEST);
        } else if (getState() == LegState.RELEASED || !isCallOpen()) {
            respond(event, Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        } else if (getState() != LegState.CONNECTED || getRefer() != null) {
            respond(event, Response.REQUEST_PENDING);
        } else {
            setRefer(event);
            firePhoneRefers(
                    new PhoneRefers(
                            getLeg(), referral.get().target(), referral.get().replaced()),
                    getCallActivity(),
                    null);
        }
    }

    public final void refuseReferral(int status) {
        if (getRefer() != null) {
            respond(getRefer(), status);
            setRefer(null);
        }
    }

    public final void acceptReferral() {
        if (getRefer() == null || getReferAccepted()) {
            return;
        }
        Request refer = getRefer().getRequest();
        try {
            Response accepted = messages().response(refer, Response.ACCEPTED);
            if (referral().silent()) {
                messages().addHeader(accepted, Referral.NOT_TOLD, "false");
            }
            getRefer().getServerTransaction().sendResponse(accepted);
            setReferAccepted(true);
            tellReferral(Response.TRYING);
        } catch (SipException | InvalidArgumentException | ParseException e) {
            log.warn("Leg {} could not accept a REFER: {}", getLeg(), e.toString());
            setRefer(null);
        }
    }

    /** Tells the phone how far the call is that it asked for; after a final status nothing more is told. */
    public final void tellReferral(int status) {
        if (getRefer() == null) {
            return;
        }
        try {
            DialogActivity dialog = dialog();
            if (!referral().silent() && dialog != null) {
                Request notify = dialog.createRequest(Request.NOTIFY);
                dialog.sendRequest(messages().sipFragment(notify, getRefer().getRequest(), referral(), status));
            }
        } catch (SipException | ParseException e) {
            log.warn("Leg {} could not be told of its REFER: {}", getLeg(), e.toString());
        }
        if (status >= Response.OK) {
            setRefer(null);
            setReferAccepted(false);
        }
    }

    private Referral referral() {
        return Referral.of(getRefer().getRequest()).orElseThrow();
    }

    @Override
    final void ending(Cause cause) {
        if (getReferAccepted()) {
            tellReferral(cause.sipStatus());
        } else {
            refuseReferral(Response.CALL_OR_TRANSACTION_DOES_NOT_EXIST);
        }
    }
}
