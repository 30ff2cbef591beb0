package io.zongji.domain.live;

import io.zongji.domain.CallId;
import io.zongji.domain.QueueId;
import java.time.Instant;
import java.util.List;

/**
 * A queue: who waits and what today brought.
 *
 * @param waiting  in order of arrival, those whose offer rings included
 * @param idle     agents of the queue who are idle
 * @param signedIn agents of the queue who are signed in
 * @param today    counters since midnight of the installation's time zone
 */
public record LiveQueue(QueueId queue, String name, List<Row> waiting, int idle, int signedIn, QueueCounters today) {
    public LiveQueue {
        waiting = List.copyOf(waiting);
    }

    /**
     * A waiting caller.
     *
     * @param node  label of the IVR node the caller came from; empty when unknown
     * @param since when the wait began
     */
    public record Row(CallId call, String caller, String node, Instant since) {}
}
