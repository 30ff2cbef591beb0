package io.zongji.server;

/**
 * Where new calls are refused with 503, so that those that are up stay good.
 *
 * @param newCallsPerSecond calls taken in a second; 0 for no limit
 * @param dialogs           SIP dialogs up to which calls are taken, two a conversation; 0 for no limit
 * @param lagMillis         when a service sees a new call later than this, no more are taken for a moment; 0 for however late
 */
public record SipLimits(int newCallsPerSecond, int dialogs, int lagMillis) {
    /** Above what two cores serve, and as many dialogs as the usual voice ports allow twice over. */
    static final SipLimits USUAL = new SipLimits(500, 10_000, 500);

    public SipLimits {
        if (newCallsPerSecond < 0) {
            throw new IllegalArgumentException("zongji.sip.max.calls.per.second: 0 or more, was " + newCallsPerSecond);
        }
        if (dialogs < 0) {
            throw new IllegalArgumentException("zongji.sip.max.dialogs: 0 or more, was " + dialogs);
        }
        if (lagMillis < 0) {
            throw new IllegalArgumentException("zongji.sip.max.lag.ms: 0 or more, was " + lagMillis);
        }
    }
}
