package io.zongji.ra.media.cluster;

import io.zongji.ra.media.MediaError;
import io.zongji.ra.media.MediaException;
import io.zongji.ra.media.adaptor.MediaNodeStatus;
import io.zongji.ra.media.node.RemoteMediaDriver;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which group of connections is on which node. Guarded by the cluster. */
final class Placement {
    private final List<RemoteMediaDriver> members;
    private final Map<String, PlacedGroup> groups = new HashMap<>();

    Placement(List<RemoteMediaDriver> members) {
        this.members = members;
    }

    PlacedConnection enter(String connection, String owner, String group) {
        PlacedGroup entered = groups.computeIfAbsent(group, PlacedGroup::new);
        entered.entered();
        return new PlacedConnection(connection, owner, entered);
    }

    /** From now on it is where the other group is, or will be. */
    void change(PlacedConnection connection, String group) {
        leave(connection);
        PlacedGroup entered = groups.computeIfAbsent(group, PlacedGroup::new);
        entered.entered();
        connection.group(entered);
    }

    void leave(PlacedConnection connection) {
        if (connection.group().left()) {
            groups.remove(connection.group().name());
        }
    }

    /** Where the group is, or a place chosen now. A node about to stop keeps the calls it has, with all their legs. */
    RemoteMediaDriver nodeOf(PlacedGroup group) throws MediaException {
        if (group.node() == null || !group.node().status().up()) {
            group.node(choose());
        }
        return group.node();
    }

    /** Where the group goes when a node is lost; the same for all its connections. */
    RemoteMediaDriver otherNodeOf(PlacedGroup group, RemoteMediaDriver lost) throws MediaException {
        if (group.node() == lost) {
            group.node(null);
        }
        return nodeOf(group);
    }

    private RemoteMediaDriver choose() throws MediaException {
        List<MediaNodeStatus> statuses =
                members.stream().map(RemoteMediaDriver::status).toList();
        String chosen = NodeChoice.of(statuses)
                .orElseThrow(() ->
                        new MediaException(MediaError.RESOURCE_UNAVAILABLE, "No media node takes calls: " + statuses))
                .name();
        return members.stream()
                .filter(node -> node.name().equals(chosen))
                .findFirst()
                .orElseThrow();
    }
}
