package io.zongji.ra.media.cluster;

import io.zongji.ra.media.adaptor.MediaNodeStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which node a new call is placed on: of those that take calls, the one that has most room left in proportion. */
final class NodeChoice {
    private NodeChoice() {}

    /** @param nodes as last known, those with connections just being made counted as used */
    static Optional<MediaNodeStatus> of(List<MediaNodeStatus> nodes) {
        return nodes.stream().filter(MediaNodeStatus::takesCalls).min(Comparator.comparingDouble(NodeChoice::fullness));
    }

    private static double fullness(MediaNodeStatus node) {
        return (double) node.connections() / (node.connections() + node.freePorts());
    }
}
