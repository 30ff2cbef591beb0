package io.zongji.domain.live;

import java.time.Duration;

/**
 * A queue's day.
 *
 * @param offered      calls that asked for the queue
 * @param answered     of them answered by an agent
 * @param abandoned    of them hung up while waiting or ringing
 * @param refused      of them turned away: full, too long, nobody there
 * @param withinTarget of the answered within {@link #TARGET}
 * @param answerTime   sum of the answered ones' times until answer
 * @param longest      the longest wait until answer or hanging up
 */
public record QueueCounters(
        int offered,
        int answered,
        int abandoned,
        int refused,
        int withinTarget,
        Duration answerTime,
        Duration longest) {
    /** The usual target of the service level. */
    public static final Duration TARGET = Duration.ofSeconds(20);

    public static final QueueCounters NONE = new QueueCounters(0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO);

    /** Average speed of answer (ASA); zero when nobody was answered. */
    public Duration averageAnswer() {
        return answered == 0 ? Duration.ZERO : answerTime.dividedBy(answered);
    }

    /** Answered within the target, in percent of answered and abandoned; 100 when there were none. */
    public double serviceLevel() {
        int counted = answered + abandoned;
        return counted == 0 ? 100.0 : 100.0 * withinTarget / counted;
    }
}
