package io.zongji.domain.flow;

import java.util.List;

/** The interpreter's answer to one input: the state to keep and what to do, in order. */
public record FlowStep(FlowState state, List<FlowAction> actions) {
    public FlowStep {
        actions = List.copyOf(actions);
    }
}
