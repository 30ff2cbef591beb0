package io.zongji.domain.journal;

/** What can happen to a call or to one of its legs. The first group are CSTA's (ECMA-269), the second ours. */
public enum CallEventType {
    /** A party went off hook or an INVITE arrived; the leg exists. */
    SERVICE_INITIATED,
    /** The party's wish is known: whom it calls, or that we call it. */
    ORIGINATED,
    /** The leg rings. */
    DELIVERED,
    /** The leg is connected: it hears something of ours or another party. */
    ESTABLISHED,
    /** The call waits for an agent; data: queue, position, who was passed over. */
    QUEUED,
    /** The call left a place without being served there, for example a queue that was full. */
    DIVERTED,
    /** The leg's party hears music instead of the others. */
    HELD,
    /** The leg's party talks with the others again. */
    RETRIEVED,
    /** The consulted colleague, whose leg it is, talks with all from now on. */
    CONFERENCED,
    /** The call belongs to the leg's party from now on; data: agent, if it is one. */
    TRANSFERRED,
    /** Nobody took the call that was handed on without asking first; data: cause, party. */
    TRANSFER_FAILED,
    /** An attempt failed; data: cause. With a leg: that leg did; without: the call did. */
    FAILED,
    /** The leg is gone; data: cause, and how its audio travelled. */
    CONNECTION_CLEARED,
    /** The call is over; data: cause, released by. Nothing but late news of recordings follows. */
    CALL_CLEARED,

    /** A flow began; data: flow. */
    FLOW_STARTED,
    /** The caller reached a node of the flow; data: node, node type, label. */
    NODE_ENTERED,
    /** The caller pressed keys; data: node, digits. */
    DIGITS_COLLECTED,
    /** The ACD offers the call to an agent; data: agent, queue, by what it was chosen, who was passed over. */
    OFFERED,
    /** The agent did not take the offer; data: agent, reason. */
    OFFER_REFUSED,
    /** A part of the call's recording began; data: recording, file, channels, audio from. */
    RECORDING_STARTED,
    /** From here on the part holds silence, on purpose; data: recording. */
    RECORDING_PAUSED,
    RECORDING_RESUMED,
    /** What is said from here on is not to be recorded; data: queue. */
    RECORDING_DECLINED,
    /** A recording is complete; data: recording, file, duration, size, sha256. */
    RECORDING_ENDED,
    /** The caller left a message; data: recording, file, duration. */
    VOICEMAIL_LEFT,
    /** The leg cannot be heard for now; data: reason. Its party is waited for. */
    SUSPENDED,
    /** The leg can be heard again. */
    RESUMED,
    /** The party goes on at this leg, which is at another phone; data: moves. */
    MOVED,
    /** A supervisor, whose leg it is, takes part in another way from now on; data: mode. */
    MODE_CHANGED,
    /** The leg's party has answered, and is told something before being connected; data: prompt. ANNOUNCED ends it. */
    PICKED_UP,
    /** The leg's party was told something, for example the agent's number; data: prompt, and the reason if it was not. */
    ANNOUNCED,
    /** IVR, agent or a program added to what goes along with the call; data: see {@code AttachedData}. */
    DATA_ATTACHED
}
