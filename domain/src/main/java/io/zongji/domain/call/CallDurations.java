package io.zongji.domain.call;

import java.time.Duration;

/**
 * How the time of a call was spent, up to its last event.
 *
 * @param ivr  in flows, voicemail included
 * @param waiting in queues while no phone rang
 * @param ring while a phone rang
 * @param talk in conversation, without hold
 * @param hold on hold
 */
public record CallDurations(Duration ivr, Duration waiting, Duration ring, Duration talk, Duration hold) {
    public static final CallDurations NONE =
            new CallDurations(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);

    /** What the caller waited for a person after asking for one. */
    public Duration untilAnswer() {
        return waiting.plus(ring);
    }
}
