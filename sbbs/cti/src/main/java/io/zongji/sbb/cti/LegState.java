package io.zongji.sbb.cti;

/** The life of a leg, in this order; any state may go straight to the last. */
enum LegState {
    /** The media server prepares our SDP. */
    PREPARING,
    /** The INVITE is out, or came in and is not answered. */
    TRYING,
    ALERTING,
    /** Answered by us, the ACK has not come; or answered by the peer, its SDP is being taken. */
    ANSWERED,
    CONNECTED,
    /** Connected, but the party cannot be heard for now: another line or another media server is sought for it. */
    SUSPENDED,
    /** Given to another call, which has not said yet that it goes on there. */
    GIVEN,
    /** We cancelled; the peer's final response has not come. */
    CANCELLING,
    RELEASED
}
