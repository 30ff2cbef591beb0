package io.zongji.domain.routing;

import io.zongji.domain.config.Queue;
import java.util.Comparator;

/**
 * How an agent is chosen among idle ones of equal priority: by an order, the first is asked. The engine puts the member
 * priority before it and the agent's id behind it.
 */
public interface SelectionStrategy {

    /** The order; must depend on the candidates only. */
    Comparator<Candidate> order();

    /** Why the first one was chosen, for the routing trace. */
    String because(Candidate chosen);

    /** The strategy that a queue names. */
    static SelectionStrategy of(Queue.Strategy strategy) {
        return switch (strategy) {
            case LONGEST_IDLE -> new LongestIdleStrategy();
        };
    }
}
