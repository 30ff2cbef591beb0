package io.zongji.sbb.cti;

import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.trunk.RoutePlan;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import io.zongji.sbb.ServiceSbb;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.ClientTransaction;
import javax.sip.InvalidArgumentException;
import javax.sip.ResponseEvent;
import javax.sip.SipException;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.header.CallIdHeader;
import javax.sip.header.HeaderFactory;
import javax.sip.header.ToHeader;
import javax.sip.message.Request;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;
import javax.slee.serviceactivity.ServiceStartedEvent;
import net.java.slee.resource.sip.SipActivityContextInterfaceFactory;
import net.java.slee.resource.sip.SleeSipProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks trunks by OPTIONS whether they are there, as often as each is set up, so that no call has to find out. */
public abstract class TrunkWatchSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(TrunkWatchSbb.class);
    private static final long LOOK_MILLIS = 500;

    private SleeSipProvider sip;
    private SipActivityContextInterfaceFactory sipActivities;
    private CallCentreStore store;
    private TimerFacility timers;
    private NamedActivities activities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        sip = (SleeSipProvider) environment.lookup("slee/resources/jainsip/1.2/provider");
        sipActivities =
                (SipActivityContextInterfaceFactory) environment.lookup("slee/resources/jainsip/1.2/acifactory");
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        timers = (TimerFacility) environment.lookup("slee/facilities/timer");
        activities = new NamedActivities(environment);
    }

    /** When each trunk was asked last, by its name. */
    public abstract HashMap<String, TrunkProbe> getProbes();

    public abstract void setProbes(HashMap<String, TrunkProbe> probes);

    public void onServiceStarted(ServiceStartedEvent event, ActivityContextInterface activity) {
        activity.detach(context().getSbbLocalObject());
        setProbes(new HashMap<>());
        TimerOptions options = new TimerOptions();
        options.setPreserveMissed(TimerPreserveMissed.LAST);
        timers.setTimer(
                activities.open(context().getSbbLocalObject()),
                null,
                store.clock().millis() + LOOK_MILLIS,
                LOOK_MILLIS,
                0,
                options);
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        for (Trunk trunk : store.configuration().trunks()) {
            OutboundRoute route = trunk.outbound();
            if (route != null && !route.probe().isZero()) {
                look(trunk, route, store.clock().instant());
            }
        }
    }

    private void look(Trunk trunk, OutboundRoute route, Instant now) {
        TrunkProbe last = getProbes().get(trunk.name());
        if (last != null && last.isOverdue(route.patience(), now)) {
            note(trunk, last.closed());
            store.outside().health().failed(trunk.name(), "does not answer OPTIONS");
        } else if (last == null || !last.open() && !now.isBefore(last.sent().plus(route.probe()))) {
            note(trunk, new TrunkProbe(now, true));
            ask(trunk, route);
        }
    }

    private void ask(Trunk trunk, OutboundRoute route) {
        try {
            HeaderFactory headers = sip.getHeaderFactory();
            SipURI gateway = (SipURI) sip.getAddressFactory().createURI("sip:" + route.gateway());
            Address us = sip.getAddressFactory()
                    .createAddress(sip.getAddressFactory()
                            .createSipURI("zongji", sip.getLocalSipURI("udp").getHost()));
            CallIdHeader callId = sip.getNewCallId();
            Request options = sip.getMessageFactory()
                    .createRequest(
                            gateway,
                            Request.OPTIONS,
                            callId,
                            headers.createCSeqHeader(1L, Request.OPTIONS),
                            headers.createFromHeader(us, null),
                            headers.createToHeader(sip.getAddressFactory().createAddress(gateway), null),
                            List.of(sip.getLocalVia("udp", null)),
                            headers.createMaxForwardsHeader(70));
            ClientTransaction transaction = sip.getNewClientTransaction(options);
            sipActivities
                    .getActivityContextInterface(transaction)
                    .attach(context().getSbbLocalObject());
            transaction.sendRequest();
        } catch (SipException | ParseException | InvalidArgumentException e) {
            log.debug("Trunk {} could not be asked: {}", trunk.name(), e.toString());
        }
    }

    private void note(Trunk trunk, TrunkProbe probe) {
        HashMap<String, TrunkProbe> probes = new HashMap<>(getProbes());
        probes.put(trunk.name(), probe);
        setProbes(probes);
    }

    public void onSuccess(ResponseEvent event, ActivityContextInterface activity) {
        answered(event);
    }

    public void onRedirect(ResponseEvent event, ActivityContextInterface activity) {
        answered(event);
    }

    public void onClientError(ResponseEvent event, ActivityContextInterface activity) {
        answered(event);
    }

    public void onServerError(ResponseEvent event, ActivityContextInterface activity) {
        answered(event);
    }

    public void onGlobalFailure(ResponseEvent event, ActivityContextInterface activity) {
        answered(event);
    }

    private void answered(ResponseEvent event) {
        ToHeader to = (ToHeader) event.getResponse().getHeader(ToHeader.NAME);
        int status = event.getResponse().getStatusCode();
        for (Trunk trunk : store.configuration().trunks()) {
            TrunkProbe probe = getProbes().get(trunk.name());
            if (probe != null
                    && trunk.outbound() != null
                    && isAt(to, trunk.outbound().gateway())) {
                note(trunk, probe.closed());
                if (RoutePlan.isSignOfLife(status)) {
                    store.outside().health().answered(trunk.name());
                } else {
                    store.outside().health().failed(trunk.name(), "answers OPTIONS with " + status);
                }
            }
        }
    }

    /** What we had written into the request comes back in the answer. */
    private static boolean isAt(ToHeader to, String gateway) {
        SipURI uri = (SipURI) to.getAddress().getURI();
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        return gateway.equalsIgnoreCase(uri.getHost() + port);
    }
}
