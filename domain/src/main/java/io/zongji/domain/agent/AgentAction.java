package io.zongji.domain.agent;

/** What an agent does, or what happens to one. The table of transitions says what each leads to. */
public enum AgentAction {
    /** Signs in; the state after it is a setting. */
    SIGN_IN(true),
    SIGN_OUT(true),
    /** The ready button, also return from rest. */
    READY(true),
    /** The busy button. */
    BUSY(true),
    /** The rest request, granted. */
    REST(true),
    /** The wrap-up button. */
    WRAP_UP(true),
    /** The agent needs longer for the wrap-up. */
    EXTEND_WRAP_UP(true),
    /** The agent dials out, or answers a call that the ACD did not offer. */
    DIAL(true),

    /** The ACD offers a call. */
    OFFER(false),
    /** The offered call is answered. */
    ANSWER(false),
    /** The offer ended and the agent is not to blame, for example the caller gave up or the agent declined. */
    OFFER_WITHDRAWN(false),
    /** The offer failed: not answered in time, or the phone refused. */
    OFFER_FAILED(false),
    /** The call ended. */
    RELEASE(false),
    /** The wrap-up time, the time of a forced busy or that of a rest is over. */
    TIMER(false),
    /** The phone, or the page that the agent works with, cannot be reached any more. */
    DEVICE_LOST(false),
    /** Both can be reached again. */
    DEVICE_BACK(false);

    private final boolean byPerson;

    AgentAction(boolean byPerson) {
        this.byPerson = byPerson;
    }

    /** Whether a person asks for it at a screen; the others come from the system. */
    public boolean byPerson() {
        return byPerson;
    }
}
