package io.zongji.domain.config;

import io.zongji.domain.FlowId;
import java.util.Objects;

/**
 * What becomes of a caller whom nobody takes after a blind transfer: the phone is busy, declines or is not answered.
 *
 * @param flow where the caller goes, for example to leave a message; null for the other kinds
 */
public record TransferFallback(Kind kind, FlowId flow) {

    /** The kinds of it. */
    public enum Kind {
        /** The caller is let go. */
        RELEASE,
        /** The phone of the agent who transferred rings again. */
        RETURN,
        /** The caller waits in the queue that they came from. */
        QUEUE,
        FLOW
    }

    public static final TransferFallback RELEASE = new TransferFallback(Kind.RELEASE, null);

    private static final String FLOW = "flow:";

    public TransferFallback {
        Objects.requireNonNull(kind, "kind");
        if ((kind == Kind.FLOW) != (flow != null)) {
            throw new IllegalArgumentException("flow: " + Kind.FLOW + " needs one, and nothing else does");
        }
    }

    /**
     * Reads {@code release}, {@code return}, {@code queue} or {@code flow:} and a flow's id.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static TransferFallback parse(String text) {
        return switch (text) {
            case "release" -> RELEASE;
            case "return" -> new TransferFallback(Kind.RETURN, null);
            case "queue" -> new TransferFallback(Kind.QUEUE, null);
            default -> {
                if (!text.startsWith(FLOW)) {
                    throw new IllegalArgumentException("onTransferFailed: " + text);
                }
                yield new TransferFallback(Kind.FLOW, new FlowId(text.substring(FLOW.length())));
            }
        };
    }
}
