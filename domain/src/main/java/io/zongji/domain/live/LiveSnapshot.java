package io.zongji.domain.live;

import java.util.List;

/**
 * Everything at one moment.
 *
 * @param version rises with every change; ask for what came after it with {@link LiveBoard#changesSince(long)}
 * @param calls   in progress, oldest first
 * @param queues  in order of set-up
 * @param agents  in order of set-up
 */
public record LiveSnapshot(long version, List<LiveCall> calls, List<LiveQueue> queues, List<LiveAgent> agents) {
    public LiveSnapshot {
        calls = List.copyOf(calls);
        queues = List.copyOf(queues);
        agents = List.copyOf(agents);
    }
}
