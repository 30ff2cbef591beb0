package io.zongji.sbb.cti;

import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.recording.Channel;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.sbb.events.RecordingClosed;
import io.zongji.sbb.events.RecordingOpened;
import io.zongji.sbb.recording.RecordingSbbLocal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.slee.ActivityContextInterface;
import javax.slee.ChildRelation;

/**
 * The part of a call that is recorded. A recording is made of parts, each with one channel for every party: somebody who
 * joins ends a part and begins the next, somebody who leaves falls silent in it.
 */
public abstract class RecordedCall extends QueuedCall {

    public abstract ChildRelation getRecordings();

    /** The part that is being written; null when none is. */
    public abstract RecordingSbbLocal getRecording();

    public abstract void setRecording(RecordingSbbLocal recording);

    /** The connections whose voices go into the part that is being written. */
    public abstract ArrayList<String> getRecordedConnections();

    public abstract void setRecordedConnections(ArrayList<String> connections);

    /** Somebody paused the recording: parts that follow begin paused. */
    public abstract boolean getRecordingPaused();

    public abstract void setRecordingPaused(boolean paused);

    /** Parts begun so far; numbers them. */
    public abstract int getRecordingCount();

    public abstract void setRecordingCount(int count);

    /** Parts that are not closed yet. */
    public abstract int getOpenRecordings();

    public abstract void setOpenRecordings(int count);

    /** Has everybody of these recorded: the present part goes on if it has them all. */
    final void record(LinkedHashMap<Channel, NetworkConnection> voices) {
        if (!queue().recorded()) {
            decline();
            return;
        }
        ArrayList<String> ids = new ArrayList<>();
        voices.values().forEach(voice -> ids.add(voice.id()));
        if (getRecording() != null && getRecordedConnections().containsAll(ids)) {
            return;
        }
        stopRecording();
        setRecordingCount(getRecordingCount() + 1);
        setRecordedConnections(ids);
        RecordingSbbLocal recording = (RecordingSbbLocal) create(getRecordings());
        setRecording(recording);
        recording.start(partName(), voices, getOwnActivity());
        if (getRecordingPaused()) {
            recording.pause();
        }
    }

    final void pauseRecording(boolean pause) {
        setRecordingPaused(pause);
        if (getRecording() != null && pause) {
            getRecording().pause();
        } else if (getRecording() != null) {
            getRecording().resume();
        }
    }

    /** Says once that this conversation is not recorded on purpose. */
    private void decline() {
        if (getRecordedConnections() == null) {
            setRecordedConnections(new ArrayList<>());
            write(
                    CallEventType.RECORDING_DECLINED,
                    null,
                    getTask() == null
                            ? Map.of()
                            : Map.of(CallEventData.QUEUE, getQueue().value()));
        }
    }

    private String partName() {
        String first = callId().value() + "-talk";
        return getRecordingCount() == 1 ? first : first + "-" + getRecordingCount();
    }

    /** This conversation is over; whether and how the next one is recorded does not depend on it. */
    final void endRecording() {
        if (getRecordingPaused()) {
            pauseRecording(false);
        }
        stopRecording();
        setRecordedConnections(null);
    }

    /** Whose voice is not to be recorded any more gets no further sample: the next part is without them. */
    final void recordNoMore(NetworkConnection connection) {
        if (isRecorded(connection)) {
            stopRecording();
        }
    }

    final boolean isRecorded(NetworkConnection connection) {
        return getRecording() != null && getRecordedConnections().contains(connection.id());
    }

    final void stopRecording() {
        if (getRecording() != null) {
            getRecording().stop();
            setRecording(null);
        }
    }

    public void onRecordingOpened(RecordingOpened event, ActivityContextInterface activity) {
        setOpenRecordings(getOpenRecordings() + 1);
    }

    public void onRecordingClosed(RecordingClosed event, ActivityContextInterface activity) {
        setOpenRecordings(getOpenRecordings() - 1);
        finishWhenEmpty();
    }

    /** Closes the call that is ending, if nothing of it is left. */
    abstract void finishWhenEmpty();
}
