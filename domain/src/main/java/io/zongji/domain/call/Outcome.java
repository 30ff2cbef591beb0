package io.zongji.domain.call;

/** What became of a call. Every finished call has exactly one. */
public enum Outcome {
    /** The caller talked with an agent or extension. */
    ANSWERED,
    /** The caller left a message. */
    VOICEMAIL,
    /** The flow ran to its end and the caller needed nobody. */
    SERVED_BY_IVR,
    ABANDONED_IN_IVR,
    ABANDONED_IN_QUEUE,
    /** The caller hung up while a phone rang. */
    ABANDONED_WHILE_RINGING,
    /** The flow gave up on the caller: too many errors, or in circles. */
    ENDED_BY_IVR,
    QUEUE_FULL,
    /** Waited as long as the queue allows. */
    QUEUE_TIMEOUT,
    /** Nobody serves the queue. */
    NO_AGENTS,
    /** The called extension did not answer, was busy or not reachable. */
    NOT_ANSWERED,
    /** On the blacklist. */
    BLOCKED,
    /** Not let in: unknown source or number, or overload. */
    REFUSED,
    /** Something of ours or of the network broke. */
    FAILED,
    /** The installation went down with the call on. */
    CUT_OFF;

    /** Whether the caller gave up. */
    public boolean abandoned() {
        return this == ABANDONED_IN_IVR || this == ABANDONED_IN_QUEUE || this == ABANDONED_WHILE_RINGING;
    }
}
