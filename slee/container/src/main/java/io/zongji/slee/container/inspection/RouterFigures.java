package io.zongji.slee.container.inspection;

import java.util.List;

/**
 * What the event router has done and has to do.
 *
 * @param threads that deliver events
 * @param busyThreads of them, with an activity in hand
 * @param waitingActivities with events, waiting for a thread
 * @param heldBackActivities with events that a barrier, a suspended delivery or a busy entity tree holds back
 * @param queueLength events queued or being delivered
 * @param queueLimit from which on events of resource adaptors are refused
 * @param activityLimit the same for one activity
 * @param delivered events since the start
 * @param refused events since the start, because queues were full
 * @param longestQueues activities with the most waiting events, the longest queue first
 * @param handlers that have run, those that took the most time first
 */
public record RouterFigures(
        int threads,
        int busyThreads,
        int waitingActivities,
        int heldBackActivities,
        int queueLength,
        int queueLimit,
        int activityLimit,
        long delivered,
        long refused,
        List<ActivitySummary> longestQueues,
        List<Handler> handlers) {
    public RouterFigures {
        longestQueues = List.copyOf(longestQueues);
        handlers = List.copyOf(handlers);
    }

    /**
     * The handler of one event in one SBB of one service. Times are to the tick: see
     * {@link io.zongji.slee.container.entity.HandlerTimes}.
     *
     * @param slow runs of 20 ms and more
     * @param lastSlowAt milliseconds of the SLEE's clock; 0 if no run was slow
     */
    public record Handler(
            String service,
            String sbb,
            String event,
            long runs,
            long rolledBack,
            long totalMillis,
            long maxMillis,
            long slow,
            long lastSlowAt) {}

    /** How busy the router's threads are. */
    public record Threads(int size, int busy, int waitingActivities) {}
}
