package io.zongji.ra.sip;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** The activities of the connections that services care for, and their ends. Thread-safe. */
final class Flows implements SipFlows {

    /** An SBB may attach in the moment of the loss: the activity stays this long, and then tells once more. */
    private static final long LAST_WORD_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final SipCore core;
    private final WebSockets sockets;
    private final Map<Flow, OpenFlow> watched = new ConcurrentHashMap<>();
    private final Map<SipActivityHandle, OpenFlow> lost = new ConcurrentHashMap<>();

    /** @param sockets null when WebSocket is off */
    Flows(SipCore core, WebSockets sockets) {
        this.core = core;
        this.sockets = sockets;
        if (sockets != null) {
            // Not on the thread that reads all of them.
            sockets.onClose(flow -> core.apart(() -> closed(flow)));
        }
    }

    @Override
    public FlowActivity activity(Flow flow) {
        if (!isOpen(flow)) {
            return null;
        }
        OpenFlow activity = watched.computeIfAbsent(flow, this::begin);
        if (activity != null && !isOpen(flow)) {
            closed(flow);
            return null;
        }
        return activity;
    }

    private OpenFlow begin(Flow flow) {
        OpenFlow made = new OpenFlow(core.newHandle("flow"), flow);
        return core.begin(made) ? made : null;
    }

    private boolean isOpen(Flow flow) {
        return sockets != null && sockets.isOpen(flow);
    }

    private void closed(Flow flow) {
        OpenFlow gone = watched.remove(flow);
        if (gone != null) {
            gone.lost(core.nanoTime());
            lost.put(gone.handle(), gone);
            tell(gone);
        }
    }

    private void tell(OpenFlow gone) {
        if (core.events().isWanted(core.events().flowLost())) {
            core.fire(gone, core.events().flowLost(), new FlowLost(gone.flow()), 0);
        }
    }

    /** Called about once a second; also finds connections whose end the stack did not tell. */
    void sweep(long now) {
        watched.keySet().stream().filter(flow -> !isOpen(flow)).forEach(this::closed);
        for (OpenFlow gone : lost.values()) {
            if (gone.isLostSince(now - LAST_WORD_NANOS) && lost.remove(gone.handle(), gone)) {
                tell(gone);
                core.end(gone);
            }
        }
    }
}
