package io.zongji.domain.conversation;

/** What can be asked of a call that is up: the call control services of CSTA (ECMA-269, clause 17) by their names. */
public enum Service {
    /** One of ours calls somebody; answered with the id of the new call. */
    MAKE_CALL,
    /** The phone of the one who asks, which rings, answers as if its user had. */
    ANSWER,
    /** The agent whose phone rings for a queue sends the call elsewhere, unanswered: to a phone, a queue or a flow. */
    DEFLECT_CALL,
    HOLD,
    RETRIEVE,
    /** Rings a colleague while the others hear music. */
    CONSULT,
    /** Changes between the colleague who is consulted and the others. */
    ALTERNATE,
    /** Gives the consultation up and goes back to the others. */
    RECONNECT,
    /** All talk with each other. */
    CONFERENCE,
    /** The consulted colleague takes the call over, even while the phone still rings. */
    TRANSFER,
    /** Hands the call to a phone without talking to anybody there first. */
    SINGLE_STEP_TRANSFER,
    /** A supervisor listens, whispers or barges in; asked again, changes the mode. */
    JOIN,
    /** The recording holds silence until {@link #RESUME_RECORDING}, for example while a card number is told (26, voice services). */
    PAUSE_RECORDING,
    RESUME_RECORDING,
    /** Presses keys for the one who asks: all who talk with them hear the tones. */
    SEND_DIGITS,
    /** A supervisor takes the call over; the agent leaves. */
    INTERCEPT,
    /** The one who asks goes on at another device, as soon as it is answered. */
    MOVE,
    /** The one who asks leaves the call. */
    CLEAR_CONNECTION,
    /** A supervisor ends the call for all who are in it, wherever it stands. */
    RELEASE
}
