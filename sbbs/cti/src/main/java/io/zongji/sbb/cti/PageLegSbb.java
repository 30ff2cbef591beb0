package io.zongji.sbb.cti;

import io.zongji.ra.sip.Flow;
import io.zongji.ra.sip.FlowActivity;
import io.zongji.ra.sip.SipFlowActivityContextInterfaceFactory;
import io.zongji.ra.sip.SipFlows;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.events.ActivityNames;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;

/** A leg whose party may be a page: it follows the page's line and its registration. */
public abstract class PageLegSbb extends ReferringLegSbb {

    private NamedActivities activities;
    private SipFlows flows;
    private SipFlowActivityContextInterfaceFactory flowActivities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        super.lookUp(environment);
        activities = new NamedActivities(environment);
        flows = (SipFlows) environment.lookup("slee/resources/sipflows/1.0/flows");
        flowActivities =
                (SipFlowActivityContextInterfaceFactory) environment.lookup("slee/resources/sipflows/1.0/acifactory");
    }

    public abstract RegistrationActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    /** The connection of the party's page; null when the party is no page, or the connection is lost. */
    public abstract ActivityContextInterface getLine();

    public abstract void setLine(ActivityContextInterface line);

    /** The page's registration, on which its return is told; null when the party is no page. */
    public abstract ActivityContextInterface getPhone();

    public abstract void setPhone(ActivityContextInterface registration);

    /** Names the page, also after a reload; null when unknown. */
    public abstract String getPage();

    public abstract void setPage(String instance);

    /** Where the party is called again, and what it is shown. */
    abstract Destination destination(String contact, String flow);

    final NamedActivities activities() {
        return activities;
    }

    /**
     * Watches the line of a page.
     *
     * @param extension whose page it is
     * @return false when the line is lost already
     */
    final boolean follow(Flow flow, String extension) {
        if (!flow.isWebSocket()) {
            return true;
        }
        activities
                .find(ActivityNames.registration(extension))
                .filter(phone -> flow.toString()
                        .equals(asSbbActivityContextInterface(phone).getFlow()))
                .ifPresent(phone -> {
                    phone.attach(context().getSbbLocalObject());
                    setPhone(phone);
                    setPage(asSbbActivityContextInterface(phone).getInstance());
                });
        return watch(flow);
    }

    /** Follows another line from now on; false when it is lost already. */
    final boolean watch(Flow flow) {
        leaveLine();
        FlowActivity open = flows.activity(flow);
        if (open == null) {
            return false;
        }
        ActivityContextInterface line = flowActivities.getActivityContextInterface(open);
        line.attach(context().getSbbLocalObject());
        setLine(line);
        return true;
    }

    /** Follows no line any more. */
    final void leaveLine() {
        if (getLine() != null) {
            getLine().detach(context().getSbbLocalObject());
            setLine(null);
        }
    }

    /** Whether the page is registered over the line that this leg knows. */
    final boolean isAtItsLine() {
        String now = asSbbActivityContextInterface(getPhone()).getFlow();
        return getLine() != null
                && ((FlowActivity) getLine().getActivity()).flow().toString().equals(now);
    }

    public boolean isAt(Destination phone) {
        return getLine() == null
                ? phone.uri().equals(peerUri())
                : ((FlowActivity) getLine().getActivity()).flow().toString().equals(phone.flow());
    }

    /** Where the party's phone says that it is reached. */
    abstract String peerUri();

    /** Where the page is now; null when it is nowhere. */
    final Destination whereabouts() {
        RegistrationActivity phone = asSbbActivityContextInterface(getPhone());
        String contact = phone.isEnding() ? null : phone.getContact();
        return contact == null || !Flow.parse(phone.getFlow()).isWebSocket()
                ? null
                : destination(contact, phone.getFlow());
    }

    @Override
    void leave() {
        leaveLine();
        if (getPhone() != null) {
            if (!getPhone().isEnding()) {
                getPhone().detach(context().getSbbLocalObject());
            }
            setPhone(null);
        }
    }
}
