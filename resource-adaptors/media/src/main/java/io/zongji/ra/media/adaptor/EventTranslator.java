package io.zongji.ra.media.adaptor;

import io.zongji.media.ConnectionListener;
import io.zongji.media.DigitCollection;
import io.zongji.media.MediaFailure;
import io.zongji.media.Play;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SignalDetectorEvent;
import java.util.function.Consumer;

/** Turns what the media server says of one connection into the events of the resource adaptor type. */
final class EventTranslator implements ConnectionListener {
    private final String id;
    private final MediaDriver.Events events;
    private final Consumer<String> gone;

    EventTranslator(String connection, MediaDriver.Events events, Consumer<String> gone) {
        this.id = connection;
        this.events = events;
        this.gone = gone;
    }

    @Override
    public void offerGenerated(String sdp) {
        sdp(SdpPortManagerEvent.Type.OFFER_GENERATED, sdp);
    }

    @Override
    public void answerGenerated(String sdp) {
        sdp(SdpPortManagerEvent.Type.ANSWER_GENERATED, sdp);
    }

    @Override
    public void answerProcessed() {
        sdp(SdpPortManagerEvent.Type.ANSWER_PROCESSED, null);
    }

    @Override
    public void sdpFailed(MediaFailure failure, String text) {
        events.connectionEvent(
                id, new SdpPortManagerEvent(SdpPortManagerEvent.Type.FAILED, null, error(failure), text));
    }

    @Override
    public void playEnded(String playId, Play.End end, MediaFailure failure) {
        events.connectionEvent(id, new PlayerEvent(playId, PlayerEvent.Reason.valueOf(end.name()), error(failure)));
    }

    @Override
    public void digitsCollected(String collectionId, DigitCollection.End end, String digits) {
        events.connectionEvent(
                id, new SignalDetectorEvent(collectionId, SignalDetectorEvent.Reason.valueOf(end.name()), digits));
    }

    @Override
    public void rtpFlowing() {
        events.connectionEvent(id, new ConnectionEvent(ConnectionEvent.Type.RTP_FLOWING, null));
    }

    @Override
    public void rtpTimeout() {
        events.connectionEvent(id, new ConnectionEvent(ConnectionEvent.Type.RTP_TIMEOUT, null));
    }

    @Override
    public void released() {
        gone.accept(id);
        events.connectionGone(id);
    }

    static MediaError error(MediaFailure failure) {
        return MediaError.valueOf(failure.name());
    }

    private void sdp(SdpPortManagerEvent.Type type, String sdp) {
        events.connectionEvent(id, new SdpPortManagerEvent(type, sdp, MediaError.NONE, null));
    }
}
