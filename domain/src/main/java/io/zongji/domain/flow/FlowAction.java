package io.zongji.domain.flow;

import io.zongji.domain.QueueId;
import io.zongji.domain.call.Cause;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What the interpreter wants done, in order. {@code step} names a play, collection or recording; the input that answers it
 * carries the same number, so late news of an earlier one is told apart.
 */
public sealed interface FlowAction {

    /** The caller is at this node now; for the journal. */
    record NodeEntered(String node, String type, String label) implements FlowAction {}

    /** Play once, in order. When it is followed by a collection, that one's time starts when the prompts end. */
    record Play(int step, List<String> prompts, boolean bargeIn) implements FlowAction {}

    /**
     * Collect keys.
     *
     * @param maxDigits  ends the collection
     * @param firstDigit how long to wait for the first key once nothing plays
     * @param interDigit how long to wait between keys
     */
    record Collect(int step, int maxDigits, Duration firstDigit, Duration interDigit) implements FlowAction {}

    /** Keys were understood or not; for the journal. */
    record DigitsTaken(String node, String digits, boolean understood) implements FlowAction {}

    /** Note this on the call. */
    record Attach(Map<String, String> data) implements FlowAction {}

    /** Hand the caller to the ACD. The flow waits until it is refused or the call ends. */
    record RouteToQueue(int step, QueueId queue, int priority) implements FlowAction {}

    record RecordMessage(int step, Duration maxDuration, Duration maxSilence) implements FlowAction {}

    /** Release the caller. */
    record HangUp(Cause cause) implements FlowAction {}

    /** The flow is over; nothing follows. */
    record Finished(String reason) implements FlowAction {}
}
