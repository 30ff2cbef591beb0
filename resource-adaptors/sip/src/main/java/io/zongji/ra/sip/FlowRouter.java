package io.zongji.ra.sip;

import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.stack.DefaultRouter;
import javax.sip.SipException;
import javax.sip.SipStack;
import javax.sip.address.Hop;
import javax.sip.message.Request;

/**
 * Sends a request that is pinned to a {@link Flow} there, all others by RFC 3261. Public because the stack
 * creates it by name.
 */
public final class FlowRouter extends DefaultRouter {

    public FlowRouter(SipStack stack, String defaultRoute) {
        super(stack, defaultRoute);
    }

    @Override
    public Hop getNextHop(Request request) throws SipException {
        if (((SIPMessage) request).getApplicationData() instanceof Flow flow) {
            return flow.hop();
        }
        return super.getNextHop(request);
    }
}
