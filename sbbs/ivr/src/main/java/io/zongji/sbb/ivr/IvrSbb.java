package io.zongji.sbb.ivr;

import io.zongji.domain.CallId;
import io.zongji.domain.FlowId;
import io.zongji.domain.LegId;
import io.zongji.domain.QueueId;
import io.zongji.domain.call.AttachedData;
import io.zongji.domain.call.Cause;
import io.zongji.domain.flow.Flow;
import io.zongji.domain.flow.FlowAction;
import io.zongji.domain.flow.FlowInput;
import io.zongji.domain.flow.FlowInterpreter;
import io.zongji.domain.flow.FlowState;
import io.zongji.domain.flow.FlowStep;
import io.zongji.domain.journal.CallEventData;
import io.zongji.domain.journal.CallEventType;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.Recorder;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SignalDetectorEvent;
import io.zongji.sbb.RecordingPath;
import io.zongji.sbb.events.FlowEnded;
import io.zongji.sbb.events.RecordingClosed;
import io.zongji.sbb.events.RecordingOpened;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.slee.ActivityContextInterface;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a flow for one party: feeds what happens into the {@link FlowInterpreter} and carries out what it answers. Plays
 * and collections are named by the interpreter's step number, so late news of an earlier one is recognised.
 */
public abstract class IvrSbb extends IvrState {

    private static final Logger log = LoggerFactory.getLogger(IvrSbb.class);
    private static final Duration SHORTEST_MESSAGE = Duration.ofSeconds(1);
    private static final String STEP = "ivr-";
    private static final String STOP_KEY = "stop-key-";

    public void start(FlowId id, LegId leg, ActivityContextInterface media, ActivityContextInterface call) {
        setLeg(leg);
        setMedia(media);
        setCall(call);
        Optional<Flow> flow = store().configuration().flow(id);
        if (flow.isEmpty()) {
            log.error("Flow {} is gone", id);
            fireFlowEnded(new FlowEnded(FlowEnded.Result.HANG_UP, null, 0, "", Cause.FLOW_ERROR), call, null);
            return;
        }
        media.attach(context().getSbbLocalObject());
        setFlow(flow.get());
        setFlowState(FlowState.initial(flow.get()));
        write(
                CallEventType.FLOW_STARTED,
                Map.of(
                        CallEventData.FLOW, id.value(),
                        CallEventData.FLOW_VERSION, Integer.toString(flow.get().version())));
        feed(new FlowInput.Started());
    }

    public void routeRefused(Cause cause) {
        signals(connection -> connection.signalDetector().flushBuffer()); // keys pressed while waiting answer no menu
        feed(new FlowInput.RouteRefused(getFlowState().step(), cause));
    }

    public void stop() {
        if (getFlowState() != null && !getFlowState().finished()) {
            feed(new FlowInput.Disconnected());
        }
    }

    public void onPlayerEvent(PlayerEvent event, ActivityContextInterface activity) {
        if (event.playId().startsWith(STEP) && event.reason() != PlayerEvent.Reason.STOPPED) {
            feed(new FlowInput.PlayEnded(stepOf(event.playId(), STEP)));
        }
    }

    public void onSignalDetectorEvent(SignalDetectorEvent event, ActivityContextInterface activity) {
        if (event.collectId().startsWith(STOP_KEY)) {
            stopRecorder(event);
        } else if (event.collectId().startsWith(STEP) && event.reason() != SignalDetectorEvent.Reason.STOPPED) {
            int step = stepOf(event.collectId(), STEP);
            boolean silent = event.digits().isEmpty() && event.reason() != SignalDetectorEvent.Reason.TERMINATOR;
            feed(silent ? new FlowInput.Timeout(step) : new FlowInput.Digits(step, event.digits()));
        }
    }

    private void stopRecorder(SignalDetectorEvent event) {
        boolean pressed = event.reason() == SignalDetectorEvent.Reason.TERMINATOR;
        ActivityContextInterface activity = getRecorder();
        if (activity == null || event.reason() == SignalDetectorEvent.Reason.STOPPED) {
            return;
        }
        if (pressed) {
            ((Recorder) activity.getActivity()).stop();
        } else {
            listenForStopKey(stepOf(event.collectId(), STOP_KEY));
        }
    }

    public void onRecorderEvent(RecorderEvent event, ActivityContextInterface activity) {
        if (event.type() == RecorderEvent.Type.STARTED) {
            return;
        }
        setRecorder(null);
        signals(connection -> connection.signalDetector().stop());
        if (isMessage(event)) {
            write(CallEventType.VOICEMAIL_LEFT, voicemail(event));
        }
        fireRecordingClosed(new RecordingClosed(event.recordingId()), getCall(), null);
        feed(new FlowInput.MessageRecorded(getFlowState().step(), event.file(), event.duration()));
    }

    /** Somebody who says nothing, or only breathes for a moment, leaves no message. */
    private static boolean isMessage(RecorderEvent event) {
        return event.type() == RecorderEvent.Type.COMPLETED && event.duration().compareTo(SHORTEST_MESSAGE) >= 0;
    }

    private static Map<String, String> voicemail(RecorderEvent event) {
        return Map.of(
                CallEventData.RECORDING, event.recordingId(),
                CallEventData.FILE, event.file(),
                CallEventData.DURATION_MS, Long.toString(event.duration().toMillis()),
                CallEventData.SIZE, Long.toString(event.size()),
                CallEventData.SHA256, event.sha256());
    }

    private void feed(FlowInput input) {
        FlowStep step = FlowInterpreter.step(
                getFlow(),
                getFlowState(),
                input,
                now(),
                store().configuration().settings().zone());
        setFlowState(step.state());
        step.actions().forEach(this::carryOut);
    }

    private void carryOut(FlowAction action) {
        if (action instanceof FlowAction.Play play) {
            signals(connection ->
                    connection.player().play(PlayRequest.once(STEP + play.step(), play.prompts(), play.bargeIn())));
        } else if (action instanceof FlowAction.Collect collect) {
            signals(connection -> connection
                    .signalDetector()
                    .receiveSignals(new CollectRequest(
                            STEP + collect.step(),
                            collect.maxDigits(),
                            collect.maxDigits() > 1 ? '#' : null,
                            collect.firstDigit(),
                            collect.interDigit())));
        } else if (action instanceof FlowAction.NodeEntered entered) {
            write(
                    CallEventType.NODE_ENTERED,
                    Map.of(
                            CallEventData.NODE, entered.node(),
                            CallEventData.NODE_TYPE, entered.type(),
                            CallEventData.LABEL, entered.label() == null ? "" : entered.label()));
        } else if (action instanceof FlowAction.DigitsTaken taken) {
            write(
                    CallEventType.DIGITS_COLLECTED,
                    Map.of(CallEventData.NODE, taken.node(), CallEventData.DIGITS, taken.digits()));
        } else if (action instanceof FlowAction.Attach attach) {
            write(CallEventType.DATA_ATTACHED, AttachedData.details(attach.data()));
        } else if (action instanceof FlowAction.RouteToQueue route) {
            ended(FlowEnded.Result.TO_QUEUE, route.queue(), route.priority(), null);
        } else if (action instanceof FlowAction.RecordMessage message) {
            record(message.step(), message.maxDuration(), message.maxSilence());
        } else if (action instanceof FlowAction.HangUp hangUp) {
            ended(FlowEnded.Result.HANG_UP, null, 0, hangUp.cause());
        }
    }

    private void ended(FlowEnded.Result result, QueueId queue, int priority, Cause cause) {
        ActivityContextInterface call = getCall();
        if (call == null || call.isEnding()) {
            return;
        }
        String node = getFlowState().node();
        fireFlowEnded(new FlowEnded(result, queue, priority, node == null ? "" : node, cause), call, null);
    }

    private void record(int step, Duration maxDuration, Duration maxSilence) {
        String recordingId = RecordingPath.messageId(new CallId(callId()), step);
        String file = RecordingPath.of(
                recordingId, now(), store().configuration().settings().zone());
        NetworkConnection connection = connection();
        if (connection == null) {
            return;
        }
        try {
            Recorder recorder = media().createRecorder(
                            new RecorderSettings(recordingId, file, maxDuration, maxSilence), List.of(connection));
            ActivityContextInterface activity = mediaActivities().getActivityContextInterface(recorder);
            activity.attach(context().getSbbLocalObject());
            setRecorder(activity);
            fireRecordingOpened(new RecordingOpened(recordingId), getCall(), null);
            recorder.start();
            connection.signalDetector().flushBuffer();
            listenForStopKey(step);
        } catch (MediaException e) {
            log.error("Message {} could not be recorded: {}", recordingId, e.getMessage());
            feed(new FlowInput.MessageRecorded(step, file, Duration.ZERO));
        }
    }

    /** A message ends with the hash key; other keys are part of it. */
    private void listenForStopKey(int step) {
        Duration whileRecording = Duration.ofHours(1);
        signals(connection -> connection
                .signalDetector()
                .receiveSignals(new CollectRequest(STOP_KEY + step, 32, '#', whileRecording, whileRecording)));
    }

    private static int stepOf(String id, String prefix) {
        return Integer.parseInt(id.substring(prefix.length()));
    }
}
