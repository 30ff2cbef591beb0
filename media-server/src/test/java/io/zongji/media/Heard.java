package io.zongji.media;

import io.zongji.media.recording.RecordingResult;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what a connection or a recorder reports. */
final class Heard implements ConnectionListener, RecordingListener {
    private final List<String> events = new CopyOnWriteArrayList<>();
    private volatile String sdp;
    private volatile RecordingResult recording;

    List<String> events() {
        return events;
    }

    String sdp() {
        return sdp;
    }

    RecordingResult recording() {
        return recording;
    }

    @Override
    public void offerGenerated(String offer) {
        sdp = offer;
        events.add("offer");
    }

    @Override
    public void answerGenerated(String answer) {
        sdp = answer;
        events.add("answer");
    }

    @Override
    public void answerProcessed() {
        events.add("agreed");
    }

    @Override
    public void sdpFailed(MediaFailure failure, String text) {
        events.add("sdp " + failure);
    }

    @Override
    public void playEnded(String playId, Play.End end, MediaFailure failure) {
        events.add("play " + playId + " " + end + (failure == MediaFailure.NONE ? "" : " " + failure));
    }

    @Override
    public void digitsCollected(String collectionId, DigitCollection.End end, String digits) {
        events.add("digits " + collectionId + " " + end + " '" + digits + "'");
    }

    @Override
    public void rtpFlowing() {
        events.add("flowing");
    }

    @Override
    public void rtpTimeout() {
        events.add("timeout");
    }

    @Override
    public void released() {
        events.add("released");
    }

    @Override
    public void started(String file) {
        events.add("started " + file);
    }

    @Override
    public void completed(RecordingResult result, RecordingOrder.End end) {
        recording = result;
        events.add("completed " + end);
    }

    @Override
    public void failed(String file, Duration written, long size, String text) {
        events.add("failed");
    }

    @Override
    public void ended() {
        events.add("ended");
    }
}
