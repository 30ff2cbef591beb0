package io.zongji.sbb;

import javax.slee.ActivityContextInterface;

/**
 * A call's activity context with the facts that all services of the call share. Each SBB that uses it names these
 * attributes with the aliases {@code callId} and {@code lastSequence} in its descriptor.
 */
public interface CallActivity extends ActivityContextInterface {

    /** The call's id; set when the activity is made. */
    String getCallId();

    void setCallId(String callId);

    /** The number of the last journal entry of this call; 0 before the first. */
    int getLastSequence();

    void setLastSequence(int sequence);
}
