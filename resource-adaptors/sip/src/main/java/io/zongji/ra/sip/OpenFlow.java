package io.zongji.ra.sip;

/** The activity of one connection. */
final class OpenFlow extends SipActivity implements FlowActivity {

    private final Flow flow;
    private volatile long lostNanos;
    private volatile boolean lost;

    OpenFlow(SipActivityHandle handle, Flow flow) {
        super(handle);
        this.flow = flow;
    }

    @Override
    public Flow flow() {
        return flow;
    }

    void lost(long now) {
        lostNanos = now;
        lost = true;
    }

    boolean isLostSince(long before) {
        return lost && lostNanos - before <= 0;
    }

    @Override
    String eventUri() {
        return "sip:" + flow.hop().getHost() + ":" + flow.port() + ";transport=" + flow.transport();
    }

    @Override
    public String toString() {
        return "OpenFlow[" + flow + "]";
    }
}
