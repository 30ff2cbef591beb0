package io.zongji.sbb.recording;

import io.zongji.domain.recording.Channel;
import io.zongji.ra.media.NetworkConnection;
import java.util.LinkedHashMap;
import javax.slee.ActivityContextInterface;
import javax.slee.SbbLocalObject;

/**
 * One part of a call's recording: one file, one channel a party. When a party comes or gets another media connection, this
 * part is stopped and, in the same handler, another one started: no sample is lost between them.
 */
public interface RecordingSbbLocal extends SbbLocalObject {

    /**
     * Starts to record. A recording that cannot be made never stops a call: it is journalled, and nothing is reported.
     *
     * @param recordingId unique in the installation, at most 100 characters
     * @param parties     what is on each channel, in this order, the customer first; at most {@code MediaControl.MOST_CHANNELS}
     * @param call        the call's activity, where {@code RecordingClosed} is reported once
     */
    void start(String recordingId, LinkedHashMap<Channel, NetworkConnection> parties, ActivityContextInterface call);

    /** From here on the file holds silence, until {@link #resume()}; journalled as on purpose. Idempotent. */
    void pause();

    /** Idempotent. */
    void resume();

    /** Closes the file; {@code RecordingClosed} follows. Idempotent. */
    void stop();
}
