package io.zongji.ra.media.cluster;

import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.node.RemoteMediaDriver;
import java.util.HashMap;
import java.util.Map;

/**
 * A connection, the node that it is on, and what has to be done again when it comes to another one. Guarded by the cluster.
 */
final class PlacedConnection {
    private final String id;
    private final String owner;
    private PlacedGroup group;
    private final SessionOrigin origin = new SessionOrigin();
    private final Map<String, Direction> joins = new HashMap<>();
    private RemoteMediaDriver node;
    private String local;
    private int moves;
    /** On the nodes before. */
    private ConnectionQuality earlier;

    /** The peer's description that waits for an outcome, and the last that was agreed on. */
    private String proposed;

    private String agreed;
    /** The next outcome is of the peer's old description, told to a new node, for which nobody asked. */
    private boolean seeding;

    private PlayRequest play;
    private CollectRequest collection;
    private boolean restoring;
    private boolean released;

    PlacedConnection(String id, String owner, PlacedGroup group) {
        this.id = id;
        this.owner = owner;
        this.group = group;
    }

    String id() {
        return id;
    }

    String owner() {
        return owner;
    }

    PlacedGroup group() {
        return group;
    }

    void group(PlacedGroup other) {
        group = other;
    }

    RemoteMediaDriver node() {
        return node;
    }

    /** The name on its node, another one each time. */
    String local() {
        return local;
    }

    /** Who it is joined with, and in which direction. */
    Map<String, Direction> joins() {
        return joins;
    }

    /** @return the name on the new node */
    String place(RemoteMediaDriver newNode) {
        if (node != null) {
            earlier = quality(node.lastQuality(local));
        }
        node = newNode;
        local = id + "." + moves++;
        return local;
    }

    /** On all nodes so far; null if nothing is known. */
    ConnectionQuality quality() {
        return quality(node.quality(local));
    }

    private ConnectionQuality quality(ConnectionQuality here) {
        if (earlier == null || here == null) {
            return here == null ? earlier : here;
        }
        return earlier.followedBy(here);
    }

    /** Whether the peer has told where it is, so that the connection can go on elsewhere. */
    boolean isMovable() {
        return agreed != null && !released;
    }

    void release() {
        released = true;
    }

    /** On a new node: what its peer has said before. */
    String seed() {
        origin.moved();
        proposed = null;
        seeding = true;
        restoring = true;
        return agreed;
    }

    /** Whether an outcome is one that somebody asked for. */
    boolean isAskedFor() {
        boolean asked = !seeding;
        seeding = false;
        return asked;
    }

    void propose(String sdp) {
        proposed = sdp;
    }

    void agreed() {
        if (proposed != null) {
            agreed = proposed;
            proposed = null;
        }
    }

    String continued(String sdp) {
        return sdp == null ? null : origin.continued(sdp);
    }

    /** Whether the peer has just heard of the new node. */
    boolean finishesMove() {
        boolean due = restoring;
        restoring = false;
        return due;
    }

    PlayRequest play() {
        return play;
    }

    void play(PlayRequest request) {
        play = request;
    }

    void played(String playId) {
        if (play != null && play.id().equals(playId)) {
            play = null;
        }
    }

    CollectRequest collection() {
        return collection;
    }

    void collection(CollectRequest request) {
        collection = request;
    }

    void collected(String collectId) {
        if (collection != null && collection.id().equals(collectId)) {
            collection = null;
        }
    }

    /** Plays and collections wait until the peer has heard of the new node. */
    boolean isRestoring() {
        return restoring;
    }
}
