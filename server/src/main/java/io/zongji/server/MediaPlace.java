package io.zongji.server;

import java.nio.file.Path;
import java.util.Objects;

/**
 * Where the media server runs.
 *
 * @param nodes  media nodes, {@code host:port,host:port}, or {@link #LOCAL}
 * @param secret file with the secret that the nodes know too; not read without nodes
 */
record MediaPlace(String nodes, Path secret) {

    /** In this process. */
    static final String LOCAL = "local";

    MediaPlace {
        Objects.requireNonNull(nodes, "nodes");
        Objects.requireNonNull(secret, "secret");
    }

    /** In this process. */
    static MediaPlace here() {
        return new MediaPlace(LOCAL, Path.of("media-secret"));
    }
}
