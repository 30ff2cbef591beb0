package io.zongji.domain.flow;

import io.zongji.domain.FlowId;
import java.io.Serializable;
import java.util.Map;
import java.util.Objects;

/**
 * Where a caller is in a flow. Small and serializable, so that a service can keep it as a value.
 *
 * @param flow     the flow's id
 * @param version  the flow's version; a call keeps the one it began with
 * @param node     the node the caller is at; null before the start
 * @param cameFrom the node that led to each node visited; it runs again when that node times out
 * @param phase    what is waited for
 * @param step     the number of the last play, collection, recording or routing
 * @param entered  how many nodes were entered
 * @param errors   wrong keys so far, by menu
 */
public record FlowState(
        String flow,
        int version,
        String node,
        Map<String, String> cameFrom,
        Phase phase,
        int step,
        int entered,
        Map<String, Integer> errors)
        implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What the caller is at. */
    public enum Phase {
        NOT_STARTED,
        PLAYING,
        COLLECTING,
        /** The timeout prompt plays; then the previous node runs again. */
        TIMED_OUT,
        ASKING_FOR_MESSAGE,
        RECORDING,
        ROUTING,
        FINISHED
    }

    public FlowState {
        Objects.requireNonNull(flow, "flow");
        Objects.requireNonNull(phase, "phase");
        cameFrom = Map.copyOf(cameFrom);
        errors = Map.copyOf(errors);
    }

    /** Before the first input. */
    public static FlowState initial(Flow flow) {
        return new FlowState(flow.id().value(), flow.version(), null, Map.of(), Phase.NOT_STARTED, 0, 0, Map.of());
    }

    public FlowId flowId() {
        return new FlowId(flow);
    }

    public boolean finished() {
        return phase == Phase.FINISHED;
    }
}
