package io.zongji.domain.conversation;

/** How far a party is. */
public enum PartyState {
    /** The phone is being rung. */
    ALERTING,
    CONNECTED,
    /** Cannot be heard for now: the page was reloaded, or the media server was lost. Comes back or is released. */
    SUSPENDED
}
