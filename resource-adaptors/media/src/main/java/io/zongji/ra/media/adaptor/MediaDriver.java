package io.zongji.ra.media.adaptor;

import io.zongji.media.MediaStatistics;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager;
import java.util.List;

/**
 * A media server as the resource adaptor sees it. Requests return at once, are carried out in order for each connection,
 * and a request to something that is gone is ignored. Outcomes come to {@link Events}. Safe for any thread.
 */
public interface MediaDriver {

    /** Gets ready for requests. */
    void start(Events events);

    /** Ends all connections and recordings, and frees everything. */
    void stop();

    /**
     * Makes a connection; no events come for it before the first request.
     *
     * @param connection the id that events will carry, chosen by the caller and never used again
     * @param owner      for logs
     * @param group      connections of one group can be joined and recorded together, so they are on one machine
     * @throws MediaException when it is known at once that nothing is left; else the first outcome says so
     */
    void createConnection(String connection, String owner, String group) throws MediaException;

    void generateOffer(String connection, SdpPortManager.Peer peer);

    void processOffer(String connection, String sdp);

    void processAnswer(String connection, String sdp);

    void play(String connection, PlayRequest request);

    void stopPlay(String connection);

    void collect(String connection, CollectRequest request);

    void stopCollecting(String connection);

    void flushDigits(String connection);

    /** Counts digits as pressed that the signalling brought; the digits are valid. */
    void signalled(String connection, String digits);

    /** Sends digits to the party; the digits are valid. */
    void emitSignals(String connection, String digits);

    /** Has the connection's next offers and answers put the other's codec first. */
    void preferCodec(String connection, String other);

    void join(String connection, Direction direction, String other);

    void unjoin(String connection, String other);

    /**
     * Puts a connection into another group.
     *
     * @return whether it goes to another machine for that, of which an event tells; never so on a single one
     */
    default boolean regroup(String connection, String group) {
        return false;
    }

    /** As last known, without waiting; null for a connection that is gone. */
    ConnectionQuality quality(String connection);

    void release(String connection);

    /** @param recorder the id that events will carry, chosen by the caller */
    void createRecorder(String recorder, RecorderSettings settings, List<String> connections) throws MediaException;

    void startRecorder(String recorder);

    void pauseRecorder(String recorder);

    void resumeRecorder(String recorder);

    void stopRecorder(String recorder);

    /** Stops a recorder whose activity is gone, so that its last event cannot be told: the next start will tell it. */
    void abandonRecorder(String recorder);

    /** Whether the connection or recorder of this id still exists. Must not block. */
    boolean exists(String id);

    /** As last known, without waiting; null while nothing is known. */
    MediaStatistics statistics();

    /** The machines elsewhere that the media server runs on, as last known; empty when it is in this process. */
    default List<MediaNodeStatus> nodes() {
        return List.of();
    }

    /** Takes what happens on the media server, in order for each connection and recorder. */
    interface Events {
        /** @param event one of the event types of {@code io.zongji.ra.media} */
        void connectionEvent(String connection, Object event);

        /** The last event of a connection. */
        void connectionGone(String connection);

        void recorderEvent(String recorder, RecorderEvent event);

        /** The last event of a recorder. */
        void recorderGone(String recorder);
    }
}
