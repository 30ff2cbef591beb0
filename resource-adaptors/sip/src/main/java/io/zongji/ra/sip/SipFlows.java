package io.zongji.ra.sip;

/** The resource adaptor interface of the type SIP Flows: lets services know when a phone's connection is lost. Thread-safe. */
public interface SipFlows {

    /**
     * The activity of a WebSocket.
     *
     * @return null when the flow is no WebSocket, or closed already
     */
    FlowActivity activity(Flow flow);
}
