package io.zongji.web.api;

import io.zongji.domain.live.LiveQueue;
import io.zongji.domain.live.QueueCounters;

/**
 * A queue at this moment, and since midnight.
 *
 * @param waiting         callers who wait
 * @param longestWaiting  since when the first of them waits, ISO 8601, UTC; empty when nobody does
 * @param idle            agents who wait for a call
 * @param signedIn        agents who are signed in
 * @param offered         calls that came
 * @param answered        of them answered
 * @param abandoned       of them hung up while waiting
 * @param serviceLevel    answered within 20 s, in percent
 * @param averageAnswerMs average speed of answer, milliseconds
 */
public record QueueView(
        String id,
        String name,
        int waiting,
        String longestWaiting,
        int idle,
        int signedIn,
        int offered,
        int answered,
        int abandoned,
        double serviceLevel,
        long averageAnswerMs) {

    public static QueueView of(LiveQueue queue) {
        QueueCounters today = queue.today();
        return new QueueView(
                queue.queue().value(),
                queue.name(),
                queue.waiting().size(),
                queue.waiting().isEmpty() ? "" : queue.waiting().get(0).since().toString(),
                queue.idle(),
                queue.signedIn(),
                today.offered(),
                today.answered(),
                today.abandoned(),
                today.serviceLevel(),
                today.averageAnswer().toMillis());
    }
}
