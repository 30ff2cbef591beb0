package io.zongji.sbb.cti;

import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.trunk.RoutePlan;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.NamedActivities;
import java.time.Instant;
import java.util.HashMap;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;
import javax.slee.facilities.TimerFacility;
import javax.slee.facilities.TimerOptions;
import javax.slee.facilities.TimerPreserveMissed;
import javax.slee.serviceactivity.ServiceStartedEvent;

/** Asks trunks by OPTIONS whether they are there, as often as each is set up, so that no call has to find out. */
public abstract class TrunkWatchSbb extends AskingSbb {

    private static final long LOOK_MILLIS = 500;

    private CallCentreStore store;
    private TimerFacility timers;
    private NamedActivities activities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        super.lookUp(environment);
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
            String branch =
                    ask("sip:" + route.gateway(), null).map(AskingSbb::branchOf).orElse(null);
            note(trunk, new TrunkProbe(now, true, branch));
        }
    }

    private void note(Trunk trunk, TrunkProbe probe) {
        HashMap<String, TrunkProbe> probes = new HashMap<>(getProbes());
        probes.keySet()
                .retainAll(
                        store.configuration().trunks().stream().map(Trunk::name).toList());
        probes.put(trunk.name(), probe);
        setProbes(probes);
    }

    @Override
    void answered(Response response, ActivityContextInterface question) {
        int status = response.getStatusCode();
        for (Trunk trunk : store.configuration().trunks()) {
            TrunkProbe probe = getProbes().get(trunk.name());
            if (probe != null && probe.open() && branchOf(question).equals(probe.branch())) {
                note(trunk, probe.closed());
                if (RoutePlan.isSignOfLife(status)) {
                    store.outside().health().answered(trunk.name());
                } else {
                    store.outside().health().failed(trunk.name(), "answers OPTIONS with " + status);
                }
            }
        }
    }
}
