package io.zongji.sbb.cti;

import io.zongji.domain.config.OutboundRoute;
import io.zongji.domain.config.Trunk;
import io.zongji.domain.trunk.RoutePlan;
import java.time.Instant;
import java.util.HashMap;
import javax.sip.message.Response;
import javax.slee.ActivityContextInterface;
import javax.slee.facilities.TimerEvent;

/** Asks trunks by OPTIONS whether they are there, as often as each is set up, so that no call has to find out. */
public abstract class TrunkWatchSbb extends TrunksSbb {

    /** When each trunk was asked last, by its name. */
    public abstract HashMap<String, TrunkProbe> getProbes();

    public abstract void setProbes(HashMap<String, TrunkProbe> probes);

    @Override
    final void begin() {
        setProbes(new HashMap<>());
    }

    public void onTimer(TimerEvent event, ActivityContextInterface activity) {
        for (Trunk trunk : store().configuration().trunks()) {
            OutboundRoute route = trunk.outbound();
            if (route != null && !route.probe().isZero()) {
                look(trunk, route, store().clock().instant());
            }
        }
    }

    private void look(Trunk trunk, OutboundRoute route, Instant now) {
        TrunkProbe last = getProbes().get(trunk.name());
        if (last != null && last.isOverdue(route.patience(), now)) {
            note(trunk, last.closed());
            store().outside().health().failed(trunk.name(), "does not answer OPTIONS");
        } else if (last == null || !last.open() && !now.isBefore(last.sent().plus(route.probe()))) {
            String branch =
                    ask("sip:" + route.gateway(), null).map(AskingSbb::branchOf).orElse(null);
            note(trunk, new TrunkProbe(now, true, branch));
        }
    }

    private void note(Trunk trunk, TrunkProbe probe) {
        HashMap<String, TrunkProbe> probes = new HashMap<>(getProbes());
        probes.keySet()
                .retainAll(store().configuration().trunks().stream()
                        .map(Trunk::name)
                        .toList());
        probes.put(trunk.name(), probe);
        setProbes(probes);
    }

    @Override
    void answered(Response response, ActivityContextInterface question) {
        int status = response.getStatusCode();
        for (Trunk trunk : store().configuration().trunks()) {
            TrunkProbe probe = getProbes().get(trunk.name());
            if (probe != null && probe.open() && branchOf(question).equals(probe.branch())) {
                note(trunk, probe.closed());
                if (RoutePlan.isSignOfLife(status)) {
                    store().outside().health().answered(trunk.name());
                } else {
                    store().outside().health().failed(trunk.name(), "answers OPTIONS with " + status);
                }
            }
        }
    }
}
