package io.zongji.domain.routing;

import io.zongji.domain.agent.AgentState;
import java.time.Duration;
import java.time.Instant;

/** How long states last that end by themselves. */
final class StateTimes {
    /** A wrap-up lasts at most this many times as long as it was meant to. */
    private static final int LONGEST_WRAP_UP = 5;

    private final RoutingBook book;
    private final RoutingSettings settings;

    StateTimes(RoutingBook book, RoutingSettings settings) {
        this.book = book;
        this.settings = settings;
    }

    /** When the state that has just begun ends; null when only the agent ends it. */
    Instant end(AgentSlot agent, boolean offerFailed, Instant now) {
        return switch (agent.status.state()) {
            case WRAP_UP -> {
                Duration wrapUp = wrapUp(agent);
                // Without a call it is the agent's own wish, which only the agent ends.
                yield agent.status.call() == null || wrapUp.isZero() ? null : now.plus(wrapUp);
            }
            case REST -> {
                Duration limit = book.restRules.limits().get(agent.status.reason());
                yield limit == null ? null : agent.status.since().plus(limit);
            }
            case BUSY -> offerFailed && agent.agent.autoSignIn() ? now.plus(settings.forcedBusy()) : null;
            default -> null;
        };
    }

    /** The agent's own wrap-up time, else that of the call's queue; zero for none. */
    Duration wrapUp(AgentSlot agent) {
        QueueSlot queue = agent.queue == null ? null : book.queues.get(agent.queue);
        if (agent.agent.wrapUp() != null) {
            return agent.agent.wrapUp();
        }
        return queue == null ? Duration.ZERO : queue.queue.wrapUp();
    }

    /**
     * Adds the usual time once more to a wrap-up.
     *
     * @return why not; null when it was added
     */
    String extendWrapUp(AgentSlot agent) {
        if (!agent.is(AgentState.WRAP_UP) || agent.timer == null) {
            return agent.is(AgentState.WRAP_UP) ? "wrap-up has no end" : "not in wrap-up";
        }
        Duration usual = wrapUp(agent);
        Instant longest = agent.status.since().plus(usual.multipliedBy(LONGEST_WRAP_UP));
        Instant longer = agent.timer.at().plus(usual);
        if (longer.isAfter(longest)) {
            return "wrap-up cannot be longer";
        }
        book.schedule(agent, longer);
        return null;
    }
}
