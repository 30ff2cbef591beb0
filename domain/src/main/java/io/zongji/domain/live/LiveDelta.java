package io.zongji.domain.live;

import io.zongji.domain.CallId;
import java.util.List;

/**
 * What changed between two versions. Applied to the older snapshot it gives the newer.
 *
 * @param from    the version asked for
 * @param version the version now
 * @param full    true when too much happened in between, or the configuration changed: the parts are everything, and what
 *                is not in them is gone
 * @param calls   new or changed calls
 * @param ended   calls that are over
 * @param queues  changed queues, whole
 * @param agents  changed agents
 */
public record LiveDelta(
        long from,
        long version,
        boolean full,
        List<LiveCall> calls,
        List<CallId> ended,
        List<LiveQueue> queues,
        List<LiveAgent> agents) {
    public LiveDelta {
        calls = List.copyOf(calls);
        ended = List.copyOf(ended);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }

    public boolean empty() {
        return from == version;
    }
}
