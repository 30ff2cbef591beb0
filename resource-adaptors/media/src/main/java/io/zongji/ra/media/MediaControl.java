package io.zongji.ra.media;

import java.util.List;

/**
 * The resource adaptor interface that services look up. Creating something starts its activity <em>suspended</em>:
 * events wait until the calling transaction has ended, so a service that attaches in the same handler misses nothing.
 * The activities live until {@code release()}; a rollback does not take them back.
 */
public interface MediaControl {

    /** As many parties one recording takes. */
    int MOST_CHANNELS = 8;

    /** A connection that is joined with no other; see {@link #createNetworkConnection(String, String)}. */
    default NetworkConnection createNetworkConnection(String owner) throws MediaException {
        return createNetworkConnection(owner, owner);
    }

    /**
     * Allocates a network connection: one RTP port and what belongs to it.
     *
     * @param owner an id for logs and records, for example the leg's id; never null
     * @param call  what the connection is part of; connections of one call can be joined and recorded together, wherever
     *              the media server places them; never null
     * @throws MediaException if no port is left ({@link MediaError#RESOURCE_UNAVAILABLE}) or the media server is down
     */
    NetworkConnection createNetworkConnection(String owner, String call) throws MediaException;

    /**
     * Makes a recorder that writes one channel for each connection, in the order given.
     *
     * @param settings where and how long to record
     * @param channels one (voicemail) or more (conversation) connections of this media server, up to {@link #MOST_CHANNELS}
     * @throws MediaException if there are more ({@link MediaError#RESOURCE_UNAVAILABLE}), or a connection is gone
     */
    Recorder createRecorder(RecorderSettings settings, List<NetworkConnection> channels) throws MediaException;
}
