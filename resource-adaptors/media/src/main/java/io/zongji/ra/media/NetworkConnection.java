package io.zongji.ra.media;

/**
 * One party's media: an activity. Methods may be called from any thread; they never block. A request that cannot be
 * carried out is answered by an event that carries a {@link MediaError}; a request on a released connection is ignored.
 */
public interface NetworkConnection {

    /** The id of this connection, unique on its media server. */
    String id();

    SdpPortManager sdpPortManager();

    Player player();

    SignalDetector signalDetector();

    SignalGenerator signalGenerator();

    /**
     * Has the next offers and answers put the codec first that the other party speaks, so that the two need no
     * transcoding when they are joined. No effect while the other has agreed on nothing.
     */
    void preferCodecOf(NetworkConnection other);

    /**
     * Lets this party and the other hear each other, in the direction given as seen from here. What was being played to
     * either goes on and is heard instead of the other party until it ends or is stopped. Joining a pair anew changes
     * its direction. A party that is joined with several hears all of them; so a conference is a join of every pair, a
     * silent listener joins both others with {@code RECV}, whispers with {@code DUPLEX} to one of them, and barges in with
     * {@code DUPLEX} to both. A change is heard within 40 ms, without new SDP.
     */
    void join(Direction direction, NetworkConnection other);

    /** Ends a join; no effect when the two are not joined. */
    void unjoin(NetworkConnection other);

    /**
     * Makes this connection part of another call: from then on it can be joined and recorded with that call's connections
     * and not with those of its own call, from which it must be unjoined first.
     *
     * @param call as it was named when that call's connections were made
     * @return whether the connection has to go to another machine for that; then {@link ConnectionEvent.Type#MOVED} follows
     *     and the peer must be told, or {@link ConnectionEvent.Type#FAILED}
     */
    boolean changeCall(String call);

    /**
     * How well the audio travelled so far, as last known: exact for a media server in this process. Null when the
     * connection is released or its media server is gone.
     */
    ConnectionQuality quality();

    /** Frees the port, stops players, and ends the activity. Idempotent. */
    void release();

    /** Who hears whom: {@code SEND} = the other hears this one, {@code RECV} = this one hears the other. */
    enum Direction {
        DUPLEX,
        SEND,
        RECV
    }
}
