package io.zongji.sbb.recording;

import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.domain.recording.Channel;
import io.zongji.ra.media.MediaActivityContextInterfaceFactory;
import io.zongji.ra.media.MediaControl;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.Recorder;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.store.CallCentreStore;
import io.zongji.sbb.CallActivity;
import io.zongji.sbb.CallLog;
import io.zongji.sbb.RecordingPath;
import io.zongji.sbb.ServiceSbb;
import io.zongji.sbb.events.RecordingClosed;
import io.zongji.sbb.events.RecordingOpened;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.naming.Context;
import javax.naming.NamingException;
import javax.slee.ActivityContextInterface;
import javax.slee.Address;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records one part of a call and journals its beginning, pauses and end. */
public abstract class RecordingSbb extends ServiceSbb {

    private static final Logger log = LoggerFactory.getLogger(RecordingSbb.class);

    private CallCentreStore store;
    private CallLog callLog;
    private MediaControl media;
    private MediaActivityContextInterfaceFactory mediaActivities;

    @Override
    protected void lookUp(Context environment) throws NamingException {
        store = (CallCentreStore) environment.lookup("slee/resources/store/1.0/store");
        callLog = new CallLog(store::append, store.clock());
        media = (MediaControl) environment.lookup("slee/resources/media/1.0/control");
        mediaActivities =
                (MediaActivityContextInterfaceFactory) environment.lookup("slee/resources/media/1.0/acifactory");
    }

    public abstract CallActivity asSbbActivityContextInterface(ActivityContextInterface activity);

    public abstract ActivityContextInterface getCall();

    public abstract void setCall(ActivityContextInterface call);

    public abstract ActivityContextInterface getRecorder();

    public abstract void setRecorder(ActivityContextInterface recorder);

    /** As the journal writes them. */
    public abstract String getChannels();

    public abstract void setChannels(String channels);

    public abstract Instant getAudioFrom();

    public abstract void setAudioFrom(Instant from);

    public abstract boolean getPaused();

    public abstract void setPaused(boolean paused);

    public abstract void fireRecordingOpened(RecordingOpened event, ActivityContextInterface activity, Address address);

    public abstract void fireRecordingClosed(RecordingClosed event, ActivityContextInterface activity, Address address);

    public void start(
            String recordingId, LinkedHashMap<Channel, NetworkConnection> parties, ActivityContextInterface call) {
        setCall(call);
        setChannels(Channel.write(List.copyOf(parties.keySet())));
        String file = RecordingPath.of(
                recordingId,
                store.clock().instant(),
                store.configuration().settings().zone());
        try {
            Recorder recorder = media.createRecorder(
                    RecorderSettings.conversation(recordingId, file), List.copyOf(parties.values()));
            ActivityContextInterface activity = mediaActivities.getActivityContextInterface(recorder);
            activity.attach(context().getSbbLocalObject());
            setRecorder(activity);
            fireRecordingOpened(new RecordingOpened(recordingId), call, null);
            recorder.start();
            setAudioFrom(store.clock().instant());
        } catch (MediaException e) {
            log.error("Recording {} could not be started: {}", recordingId, e.getMessage());
            journal(
                    CallEventType.RECORDING_ENDED,
                    Map.of(
                            CallEventData.RECORDING,
                            recordingId,
                            CallEventData.REASON,
                            e.error().name()));
        }
    }

    public void pause() {
        Recorder recorder = running();
        if (recorder != null && !getPaused()) {
            setPaused(true);
            recorder.pause();
            journal(CallEventType.RECORDING_PAUSED, Map.of(CallEventData.RECORDING, recorder.id()));
        }
    }

    public void resume() {
        Recorder recorder = running();
        if (recorder != null && getPaused()) {
            setPaused(false);
            recorder.resume();
            journal(CallEventType.RECORDING_RESUMED, Map.of(CallEventData.RECORDING, recorder.id()));
        }
    }

    public void stop() {
        Recorder recorder = running();
        if (recorder != null) {
            recorder.stop();
        }
    }

    private Recorder running() {
        ActivityContextInterface activity = getRecorder();
        return activity == null || activity.isEnding() ? null : (Recorder) activity.getActivity();
    }

    public void onRecorderEvent(RecorderEvent event, ActivityContextInterface activity) {
        if (event.type() == RecorderEvent.Type.STARTED) {
            journal(
                    CallEventType.RECORDING_STARTED,
                    Map.of(
                            CallEventData.RECORDING, event.recordingId(),
                            CallEventData.FILE, event.file(),
                            CallEventData.CHANNELS, getChannels(),
                            CallEventData.AUDIO_FROM, getAudioFrom().toString()));
            return;
        }
        journal(CallEventType.RECORDING_ENDED, finished(event));
        setRecorder(null);
        fireRecordingClosed(new RecordingClosed(event.recordingId()), getCall(), null);
    }

    private static Map<String, String> finished(RecorderEvent event) {
        if (event.error() != MediaError.NONE || event.sha256() == null) {
            return Map.of(
                    CallEventData.RECORDING, event.recordingId(),
                    CallEventData.REASON, event.error().name());
        }
        Map<String, String> data = new HashMap<>(Map.of(
                CallEventData.RECORDING, event.recordingId(),
                CallEventData.FILE, event.file(),
                CallEventData.DURATION_MS, Long.toString(event.duration().toMillis()),
                CallEventData.SIZE, Long.toString(event.size()),
                CallEventData.SHA256, event.sha256()));
        if (event.reason() == RecorderEvent.StopReason.NODE_LOST) {
            data.put(CallEventData.REASON, MediaError.NODE_LOST.name());
        }
        return data;
    }

    private void journal(CallEventType type, Map<String, String> data) {
        callLog.write(asSbbActivityContextInterface(getCall()), type, data);
    }
}
