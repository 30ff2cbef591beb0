package io.zongji.ra.sip;

import java.util.Objects;

/**
 * The connection has gone: what was registered or talked over it is reached no more. Comes on the connection's activity
 * at once, and may come once more for who attached in that very moment.
 *
 * @param flow the connection
 */
public record FlowLost(Flow flow) {
    public FlowLost {
        Objects.requireNonNull(flow, "flow");
    }
}
