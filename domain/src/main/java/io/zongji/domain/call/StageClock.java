package io.zongji.domain.call;

import java.time.Duration;
import java.time.Instant;

/** Where a call stands, since when, and how long it stood where. Times that run backwards count as no time. */
final class StageClock {
    private final long[] millis = new long[CallStage.values().length];
    private CallStage stage = CallStage.SETUP;
    private Instant since;
    private Instant last;

    /** Time passes up to an event. */
    void passTo(Instant at) {
        if (last == null) {
            since = at;
            last = at;
        } else if (at.isAfter(last)) {
            millis[stage.ordinal()] += Duration.between(last, at).toMillis();
            last = at;
        }
    }

    void enter(CallStage next) {
        if (stage != next && stage != CallStage.ENDED) {
            stage = next;
            since = last;
        }
    }

    long talkMillis() {
        return millis[CallStage.TALKING.ordinal()];
    }

    /** What was counted as talking above so much was the last moment of ringing. */
    void neverTalkedBeyond(long talked) {
        millis[CallStage.RINGING.ordinal()] += talkMillis() - talked;
        millis[CallStage.TALKING.ordinal()] = talked;
    }

    CallStage stage() {
        return stage;
    }

    Instant since() {
        return since;
    }

    CallDurations durations() {
        return new CallDurations(
                in(CallStage.IVR),
                in(CallStage.WAITING),
                in(CallStage.RINGING),
                in(CallStage.TALKING),
                in(CallStage.ON_HOLD));
    }

    private Duration in(CallStage which) {
        return Duration.ofMillis(millis[which.ordinal()]);
    }
}
