package io.zongji.sbb.recording;

import io.zongji.ra.media.NetworkConnection;
import java.util.List;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;

/** One recording of a conversation. */
public interface RecordingSbbLocal extends SbbLocalObject {

    /**
     * Starts to record. A recording that cannot be made never stops a call: it is journalled, and nothing is reported.
     *
     * @param parties one channel each, the customer first
     * @param call    the call's activity, where {@code RecordingClosed} is reported once
     */
    void start(String recordingId, List<NetworkConnection> parties, ActivityContextInterface call);

    /** Closes the file; {@code RecordingClosed} follows. Idempotent. */
    void stop();
}
