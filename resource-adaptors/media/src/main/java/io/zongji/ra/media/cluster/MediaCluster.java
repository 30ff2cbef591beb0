package io.zongji.ra.media.cluster;

import io.zongji.media.MediaStatistics;
import io.zongji.ra.media.CollectRequest;
import io.zongji.ra.media.ConnectionEvent;
import io.zongji.ra.media.ConnectionQuality;
import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.NetworkConnection.Direction;
import io.zongji.ra.media.PlayRequest;
import io.zongji.ra.media.RecorderEvent;
import io.zongji.ra.media.RecorderSettings;
import io.zongji.ra.media.SdpPortManager;
import io.zongji.ra.media.adaptor.MediaDriver;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.ra.media.node.RemoteMediaDriver;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several media nodes as one media server. A new call goes to the node with most room, all its connections to the same one.
 * When that is lost, they are made anew on another, {@code MOVED} is told of each, and what was played, collected or joined
 * goes on as soon as the peer has been told; where there is no other node, or the peer was not connected yet, they fail.
 */
public final class MediaCluster implements MediaDriver {
    private static final Logger log = LoggerFactory.getLogger(MediaCluster.class);

    private final List<RemoteMediaDriver> members;
    private final PlacedConnections all;
    private final Map<String, RemoteMediaDriver> recorders = new ConcurrentHashMap<>();
    private Events events;

    public MediaCluster(List<RemoteMediaDriver> members) {
        this.members = List.copyOf(members);
        this.all = new PlacedConnections(this.members);
    }

    @Override
    public void start(Events target) {
        events = target;
        Events incoming = new Incoming();
        members.forEach(node -> node.start(incoming));
    }

    @Override
    public void stop() {
        members.forEach(RemoteMediaDriver::stop);
    }

    @Override
    public void createConnection(String connection, String owner, String group) throws MediaException {
        all.create(connection, owner, group);
    }

    @Override
    public void generateOffer(String connection, SdpPortManager.Peer peer) {
        all.with(connection, placed -> placed.node().generateOffer(placed.local(), peer));
    }

    @Override
    public void processOffer(String connection, String sdp) {
        all.with(connection, placed -> {
            placed.propose(sdp);
            placed.node().processOffer(placed.local(), sdp);
        });
    }

    @Override
    public void processAnswer(String connection, String sdp) {
        all.with(connection, placed -> {
            placed.propose(sdp);
            placed.node().processAnswer(placed.local(), sdp);
        });
    }

    @Override
    public void play(String connection, PlayRequest request) {
        all.with(connection, placed -> {
            placed.play(request);
            if (!placed.isRestoring()) {
                placed.node().play(placed.local(), request);
            }
        });
    }

    @Override
    public void stopPlay(String connection) {
        all.with(connection, placed -> {
            placed.play(null);
            placed.node().stopPlay(placed.local());
        });
    }

    @Override
    public void collect(String connection, CollectRequest request) {
        all.with(connection, placed -> {
            placed.collection(request);
            if (!placed.isRestoring()) {
                placed.node().collect(placed.local(), request);
            }
        });
    }

    @Override
    public void stopCollecting(String connection) {
        all.with(connection, placed -> {
            placed.collection(null);
            placed.node().stopCollecting(placed.local());
        });
    }

    @Override
    public void flushDigits(String connection) {
        all.with(connection, placed -> placed.node().flushDigits(placed.local()));
    }

    @Override
    public void signalled(String connection, String digits) {
        all.with(connection, placed -> placed.node().signalled(placed.local(), digits));
    }

    @Override
    public void emitSignals(String connection, String digits) {
        all.with(connection, placed -> placed.node().emitSignals(placed.local(), digits));
    }

    @Override
    public void preferCodec(String connection, String other) {
        all.withBoth(connection, other, (placed, second) -> placed.node().preferCodec(placed.local(), second.local()));
    }

    @Override
    public void join(String connection, Direction direction, String other) {
        all.withBoth(connection, other, (placed, second) -> {
            placed.joins().put(other, direction);
            second.joins().put(connection, reversed(direction));
            if (placed.node() == second.node()) {
                placed.node().join(placed.local(), direction, second.local());
            } else if (placed.group() != second.group()) {
                log.warn("{} and {} are on different media nodes and cannot be joined", connection, other);
            }
        });
    }

    private static Direction reversed(Direction direction) {
        return switch (direction) {
            case DUPLEX -> Direction.DUPLEX;
            case SEND -> Direction.RECV;
            case RECV -> Direction.SEND;
        };
    }

    @Override
    public void unjoin(String connection, String other) {
        all.withBoth(connection, other, (placed, second) -> {
            second.joins().remove(connection);
            placed.joins().remove(other);
            placed.node().unjoin(placed.local(), second.local());
        });
    }

    @Override
    public boolean regroup(String connection, String group) {
        PlacedConnection placed = all.get(connection);
        if (placed == null) {
            return false;
        }
        RemoteMediaDriver before = placed.node();
        String local = placed.local();
        try {
            if (!all.regroup(placed, group)) {
                return false;
            }
        } catch (MediaException e) {
            log.warn("{} stays where it is: {}", connection, e.getMessage());
            return false;
        }
        move(placed, "its call is on another node");
        before.release(local);
        return true;
    }

    @Override
    public ConnectionQuality quality(String connection) {
        PlacedConnection placed = all.get(connection);
        return placed == null ? null : placed.quality();
    }

    @Override
    public void release(String connection) {
        all.with(connection, placed -> {
            placed.release();
            placed.node().release(placed.local());
        });
    }

    @Override
    public void createRecorder(String recorder, RecorderSettings settings, List<String> channels)
            throws MediaException {
        List<PlacedConnection> parties =
                channels.stream().map(all::get).filter(Objects::nonNull).toList();
        List<RemoteMediaDriver> nodes =
                parties.stream().map(PlacedConnection::node).distinct().toList();
        if (parties.size() < channels.size() || nodes.size() != 1) {
            throw new MediaException(MediaError.INVALID_STATE, "The parties are gone, or not on one media node");
        }
        recorders.put(recorder, nodes.get(0));
        try {
            List<String> locals = parties.stream().map(PlacedConnection::local).toList();
            nodes.get(0).createRecorder(recorder, settings, locals);
        } catch (MediaException e) {
            recorders.remove(recorder);
            throw e;
        }
    }

    @Override
    public void startRecorder(String recorder) {
        withRecorder(recorder, node -> node.startRecorder(recorder));
    }

    @Override
    public void pauseRecorder(String recorder) {
        withRecorder(recorder, node -> node.pauseRecorder(recorder));
    }

    @Override
    public void resumeRecorder(String recorder) {
        withRecorder(recorder, node -> node.resumeRecorder(recorder));
    }

    @Override
    public void stopRecorder(String recorder) {
        withRecorder(recorder, node -> node.stopRecorder(recorder));
    }

    @Override
    public void abandonRecorder(String recorder) {
        withRecorder(recorder, node -> node.abandonRecorder(recorder));
    }

    @Override
    public boolean exists(String id) {
        return all.get(id) != null || recorders.containsKey(id);
    }

    /** Of all nodes that are there. */
    @Override
    public MediaStatistics statistics() {
        return members.stream()
                .map(RemoteMediaDriver::statistics)
                .filter(Objects::nonNull)
                .reduce(MediaStatistics::plus)
                .orElse(null);
    }

    @Override
    public List<MediaNodeStatus> nodes() {
        return members.stream().map(RemoteMediaDriver::status).toList();
    }

    private void withRecorder(String recorder, Consumer<RemoteMediaDriver> request) {
        RemoteMediaDriver node = recorders.get(recorder);
        if (node != null) {
            request.accept(node);
        }
    }

    /** What happens on the nodes. */
    private final class Incoming implements Events {
        @Override
        public void connectionEvent(String local, Object event) {
            if (event instanceof ConnectionEvent noticed && noticed.type() == ConnectionEvent.Type.FAILED) {
                failed(local, noticed);
                return;
            }
            PlacedConnection placed = all.onNode(local);
            Object told = placed == null ? null : all.translated(placed, event);
            if (told != null) {
                events.connectionEvent(placed.id(), told);
            }
        }

        @Override
        public void connectionGone(String local) {
            PlacedConnection placed = all.onNode(local);
            if (placed != null) {
                all.forget(placed);
                events.connectionGone(placed.id());
            }
        }

        @Override
        public void recorderEvent(String recorder, RecorderEvent event) {
            events.recorderEvent(recorder, event);
        }

        @Override
        public void recorderGone(String recorder) {
            recorders.remove(recorder);
            events.recorderGone(recorder);
        }
    }

    private void failed(String local, ConnectionEvent event) {
        PlacedConnection placed = all.onNode(local);
        if (placed != null) {
            move(placed, event.text());
        }
    }

    private void move(PlacedConnection placed, String why) {
        if (all.move(placed)) {
            events.connectionEvent(placed.id(), new ConnectionEvent(ConnectionEvent.Type.MOVED, why));
        } else {
            all.forget(placed);
            events.connectionEvent(placed.id(), new ConnectionEvent(ConnectionEvent.Type.FAILED, why));
            events.connectionGone(placed.id());
        }
    }
}
