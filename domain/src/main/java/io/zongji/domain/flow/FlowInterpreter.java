package io.zongji.domain.flow;

import io.zongji.domain.calendar.ServiceTime;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Walks a flow: pure, so a call can be replayed and a flow tried out. Inputs that answer an earlier step, or that do not
 * fit what is waited for, change nothing and give no actions; so late and doubled news do no harm. A flow that is missing
 * a node ends the call with a cause instead of an exception, because drafts and old versions may be run too.
 *
 * <p>A menu forgives {@code maxErrors} wrong keys and ends the call with the next. A timeout plays the timeout prompt and
 * runs the node before the menu again. {@link Flow#maxSteps()} ends every circle.
 */
public final class FlowInterpreter {
    private FlowInterpreter() {}

    /**
     * Takes one input.
     *
     * @param state the state that the last step gave, or {@link FlowState#initial(Flow)}
     * @param now   for working hours
     * @param zone  the installation's time zone, for {@linkplain ServiceTime hours} that name none
     */
    public static FlowStep step(Flow flow, FlowState state, FlowInput input, Instant now, ZoneId zone) {
        return new FlowWalk(flow, state, now, zone).take(input);
    }
}
