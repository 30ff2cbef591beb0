package io.zongji.domain.flow;

import io.zongji.domain.call.Cause;
import java.time.Duration;

/** What happened to the caller. {@code step} is that of the action which is answered. */
public sealed interface FlowInput {

    /** The caller is connected; the first input of every flow. */
    record Started() implements FlowInput {}

    /** The prompts came to their end, were stopped by a key, or failed. */
    record PlayEnded(int step) implements FlowInput {}

    record Digits(int step, String digits) implements FlowInput {}

    /** No key in time. */
    record Timeout(int step) implements FlowInput {}

    /** The message is complete; empty ones too. */
    record MessageRecorded(int step, String file, Duration duration) implements FlowInput {}

    /** The queue turned the caller away. */
    record RouteRefused(int step, Cause cause) implements FlowInput {}

    /** The caller is gone. */
    record Disconnected() implements FlowInput {}
}
