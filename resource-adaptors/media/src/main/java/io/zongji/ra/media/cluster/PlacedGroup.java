package io.zongji.ra.media.cluster;

import io.zongji.ra.media.node.RemoteMediaDriver;

/** Connections that are on one node, for example those of a call. Guarded by the cluster. */
final class PlacedGroup {
    private final String name;
    private RemoteMediaDriver node;
    private int members;

    PlacedGroup(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Null before the first is placed. */
    RemoteMediaDriver node() {
        return node;
    }

    void node(RemoteMediaDriver newNode) {
        node = newNode;
    }

    void entered() {
        members++;
    }

    /** @return whether that was the last */
    boolean left() {
        return --members == 0;
    }
}
