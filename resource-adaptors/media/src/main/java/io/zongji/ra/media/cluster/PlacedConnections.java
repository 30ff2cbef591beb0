package io.zongji.ra.media.cluster;

import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.PlayerEvent;
import io.zongji.ra.media.SdpPortManagerEvent;
import io.zongji.ra.media.SignalDetectorEvent;
import io.zongji.ra.media.node.RemoteMediaDriver;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All connections of a cluster, by the name that services know and by the one on their node. Its own lock guards what is
 * known of each; nothing waits while it is held, and nobody is told anything.
 */
final class PlacedConnections {
    private static final Logger log = LoggerFactory.getLogger(PlacedConnections.class);

    private final Placement placement;
    private final Map<String, PlacedConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, PlacedConnection> byLocal = new ConcurrentHashMap<>();

    PlacedConnections(List<RemoteMediaDriver> nodes) {
        placement = new Placement(nodes);
    }

    /** Null if it is gone. */
    PlacedConnection get(String connection) {
        return connections.get(connection);
    }

    /** Null if it is gone, or on another node now. */
    PlacedConnection onNode(String local) {
        return byLocal.get(local);
    }

    /** Does something with a connection, unless it is gone. */
    synchronized void with(String connection, Consumer<PlacedConnection> request) {
        PlacedConnection placed = connections.get(connection);
        if (placed != null) {
            request.accept(placed);
        }
    }

    /** Does something with two connections, unless one is gone. */
    synchronized void withBoth(
            String connection, String other, BiConsumer<PlacedConnection, PlacedConnection> request) {
        PlacedConnection placed = connections.get(connection);
        PlacedConnection second = connections.get(other);
        if (placed != null && second != null) {
            request.accept(placed, second);
        }
    }

    synchronized void create(String connection, String owner, String group) throws MediaException {
        PlacedConnection placed = placement.enter(connection, owner, group);
        connections.put(connection, placed);
        try {
            make(placed, placement.nodeOf(placed.group()));
        } catch (MediaException e) {
            forget(placed);
            throw e;
        }
    }

    private void make(PlacedConnection placed, RemoteMediaDriver node) throws MediaException {
        String local = placed.place(node);
        byLocal.put(local, placed);
        node.createConnection(local, placed.owner(), placed.group().name());
    }

    /** What services are told of an event; null if it is nobody's business. */
    synchronized Object translated(PlacedConnection placed, Object event) {
        if (event instanceof SdpPortManagerEvent sdp) {
            return placed.isAskedFor() ? described(placed, sdp) : null;
        }
        if (event instanceof PlayerEvent play) {
            placed.played(play.playId());
        } else if (event instanceof SignalDetectorEvent signals) {
            placed.collected(signals.collectId());
        }
        return event;
    }

    private SdpPortManagerEvent described(PlacedConnection placed, SdpPortManagerEvent event) {
        boolean complete = event.type() == SdpPortManagerEvent.Type.ANSWER_GENERATED
                || event.type() == SdpPortManagerEvent.Type.ANSWER_PROCESSED;
        if (complete) {
            placed.agreed();
            if (placed.finishesMove()) {
                restore(placed);
            }
        }
        return new SdpPortManagerEvent(event.type(), placed.continued(event.sdp()), event.error(), event.text());
    }

    private static void restore(PlacedConnection placed) {
        if (placed.play() != null) {
            placed.node().play(placed.local(), placed.play());
        }
        if (placed.collection() != null) {
            placed.node().collect(placed.local(), placed.collection());
        }
    }

    /** @return whether the group is on another node, to which the connection has to {@link #move} */
    synchronized boolean regroup(PlacedConnection placed, String group) throws MediaException {
        placement.change(placed, group);
        return placement.nodeOf(placed.group()) != placed.node();
    }

    /** @return whether the connection is on another node now */
    synchronized boolean move(PlacedConnection placed) {
        byLocal.remove(placed.local());
        if (!placed.isMovable()) {
            return false;
        }
        try {
            make(placed, placement.otherNodeOf(placed.group(), placed.node()));
            placed.node().processOffer(placed.local(), placed.seed());
            placed.node().preferCodec(placed.local(), placed.local());
            rejoin(placed);
            return true;
        } catch (MediaException e) {
            log.warn("Connection {} of {} cannot go on: {}", placed.id(), placed.owner(), e.getMessage());
            return false;
        }
    }

    /** With those of the call that are on the new node already; those that follow will join it. */
    private void rejoin(PlacedConnection placed) {
        placed.joins().forEach((id, direction) -> {
            PlacedConnection other = connections.get(id);
            if (other.node() == placed.node()) {
                placed.node().join(placed.local(), direction, other.local());
            }
        });
    }

    synchronized void forget(PlacedConnection placed) {
        if (placed.local() != null) {
            byLocal.remove(placed.local());
        }
        if (connections.remove(placed.id()) != null) {
            placement.leave(placed);
            placed.joins()
                    .keySet()
                    .forEach(other -> connections.get(other).joins().remove(placed.id()));
            placed.joins().clear();
        }
    }
}
