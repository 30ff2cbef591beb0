package io.zongji.ra.sip;

/**
 * A connection that a phone opened to us and is reached over: an activity, which ends with the connection. Before that
 * {@link FlowLost} is fired on it.
 */
public interface FlowActivity {

    /** The connection. */
    Flow flow();
}
